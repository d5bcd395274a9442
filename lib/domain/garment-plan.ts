import type { CatalogItem, CatalogPrice, CatalogProblem, CatalogVariant } from './catalog-item.ts';
import type { GarmentCategory } from './category.ts';
import type { SkipReason } from './import-run.ts';

/**
 * What an import would make of one garment: its file's words beside what the shop has.
 *
 * A column that is absent leaves alone, a blank cell clears, and what comes out the same is no change.
 * The kind is the exception: one that was only inferred decides for a new garment and never overrules
 * the shop's own, which somebody may have put right by hand.
 */

/** A garment's whole state, as far as files tell of it. */
export interface GarmentState {
  importKey: string | null;
  title: string;
  description: string;
  category: GarmentCategory | null;
  status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
  colour: string;
  style: string | null;
  material: string;
  productType: string;
  tags: string[];
  priceMinor: number;
  currency: string;
  sizeChart: NonNullable<CatalogItem['sizeChart']> | null;
  source: Record<string, string>;
  /** A `FileFormat.name`: whose columns `source` has, here and in the variants; null for nobody's. */
  sourceFormat: string | null;
  pictures: { url: string; alt: string }[];
  /** Those of the shop's file that are not here, with their place among all. */
  unfetched: UnfetchedPicture[];
  variants: VariantState[];
}

export interface UnfetchedPicture {
  url: string;
  alt: string;
  place: number;
}

/** Also those that are not here: what the shop's own file says of its pictures. */
export function allPictures({
  pictures,
  unfetched,
}: Pick<GarmentState, 'pictures' | 'unfetched'>): GarmentState['pictures'] {
  const all = [...pictures];
  for (const { url, alt, place } of unfetched.toSorted((a, b) => a.place - b.place)) {
    if (!all.some((picture) => picture.url === url)) all.splice(place, 0, { url, alt });
  }
  return all;
}

export interface VariantState {
  size: string;
  sku: string;
  barcode: string;
  externalId: string | null;
  /** Null where it costs what the garment costs. */
  priceMinor: number | null;
  stock: number;
  source: Record<string, string>;
}

export const planFields = [
  'title',
  'category',
  'status',
  'price',
  'variants',
  'pictures',
  'colour',
  'style',
  'material',
  'productType',
  'tags',
  'description',
  'sizeChart',
  'source',
] as const;
export type PlanField = (typeof planFields)[number];

export type Plan = { problems: CatalogProblem[] } & (
  | { action: 'CREATE' | 'UPDATE'; after: GarmentState; changed: PlanField[] }
  | { action: 'SKIP'; reason: SkipReason }
  | { action: 'ERROR' }
);

/** What somebody said in the preview about a new garment's kind; null for what nobody can try on. */
export interface KindChoice {
  category: GarmentCategory | null;
}

/**
 * What has to be known of a format: which names are one column, which columns say what the fields of a
 * garment say, and whether a stock is a count.
 */
export interface FileFormat {
  name: string;
  /** The same for two names of one column. */
  idOf(header: string): string;
  /** Kept for how it is written, and not for what it says. */
  isUnderstood(header: string): boolean;
  /** Says what one field here says, whole and alone: a text of the same meaning is no change. */
  isField(header: string): boolean;
  /** False where a file only says that there is some: any stock above none is the same to it. */
  countsStock: boolean;
}

/** How a thing without sizes is called in the shop; files leave its size empty. */
export const ONE_SIZE = 'One size';

/** As `createGarment` does it: a shop that does not count has one. */
const STOCK_WHEN_NOT_COUNTED = 1;

export interface PlanContext {
  /** Of the shop, for new garments. */
  currency: string;
  choice: KindChoice | null;
  format: FileFormat;
  /** What the garment is called here, which it has no import key for. */
  slug?: string;
}

/** @param before as the shop has it; null for one that it has not. */
export function planGarment(
  item: CatalogItem,
  before: GarmentState | null,
  { currency, choice, format, slug }: PlanContext,
): Plan {
  const problems = [...item.problems];
  const say = (severity: CatalogProblem['severity'], message: string) =>
    problems.push({ severity, line: item.lines.from, column: null, message });

  // What the file's own errors say already is not said once more.
  const isBroken = item.problems.some(({ severity }) => severity === 'error');
  if (!isBroken && (item.title === '' || (item.title === undefined && !before))) {
    say('error', 'It has no title. Give it one in the file.');
  }
  const price = readPrice(item.price, before?.currency ?? currency);
  if (price.wrong) say('error', price.wrong);
  if (!isBroken && price.minor === undefined && !price.wrong && !before) {
    say('error', 'It has no price, and a new garment needs one.');
  }
  const priceMinor = price.minor ?? before?.priceMinor ?? 0;
  const variants = planVariants(item.variants, before, priceMinor, say, { currency, format, slug });
  if (problems.some(({ severity }) => severity === 'error')) return { action: 'ERROR', problems };

  const kind = before ? ownColumn(item) : (choice ?? inferred(item));
  if (!before && !kind) return { action: 'SKIP', reason: 'undecided', problems };

  const title = item.title ?? before?.title ?? '';
  const told = planPictures(item, before, title);
  // A file that names them as before, those that could not be had among them, changes none.
  const planned =
    before && canonical(told) === canonical(allPictures(before)) ? before.pictures : told;
  const status = item.status ?? before?.status ?? 'DRAFT';
  const keepsPictures = planned.length === 0 && before !== null && before.pictures.length > 0;
  if (status === 'ACTIVE' && keepsPictures) {
    say('warning', 'Its pictures stay: a published garment needs one.');
  }
  const pictures = status === 'ACTIVE' && keepsPictures ? before.pictures : planned;
  const bare = status === 'ACTIVE' && pictures.length === 0;
  if (bare) say('warning', 'It is not published: it has no picture.');

  const after: GarmentState = {
    importKey: before ? before.importKey : item.importKey,
    title,
    description: item.description ?? before?.description ?? '',
    category: kind ? kind.category : (before?.category ?? null),
    status: bare ? (before?.status ?? 'DRAFT') : status,
    colour: item.colour ?? before?.colour ?? '',
    style: planStyle(item, before, slug),
    material: item.material ?? before?.material ?? '',
    productType: item.productType ?? before?.productType ?? '',
    tags: item.tags ?? before?.tags ?? [],
    priceMinor,
    currency: before?.currency ?? currency,
    sizeChart: item.sizeChart === undefined ? (before?.sizeChart ?? null) : item.sizeChart,
    source: keepsColumns(before, format)
      ? mergeSource(before?.source, item.source, format)
      : (before?.source ?? {}),
    sourceFormat: before?.sourceFormat ?? null,
    pictures,
    unfetched: pictures === before?.pictures ? before.unfetched : unfetchedOf(pictures, before),
    variants,
  };
  if (keepsSomething(after)) after.sourceFormat ??= format.name;
  const changed = changedFields(before, after);
  // How a field is written says nothing new, when what it means is the same.
  const isSame =
    before &&
    changedFields(withoutWriting(before, format), withoutWriting(after, format)).length === 0;
  if (isSame) return { action: 'SKIP', reason: 'unchanged', problems };
  return { action: before ? 'UPDATE' : 'CREATE', after, changed, problems };
}

/** Without what is only kept for how it was written. */
function withoutWriting(state: GarmentState, { isField }: FileFormat): GarmentState {
  const kept = (source: Record<string, string>) =>
    Object.fromEntries(Object.entries(source).filter(([header]) => !isField(header)));
  return {
    ...state,
    source: kept(state.source),
    variants: state.variants.map((variant) => ({ ...variant, source: kept(variant.source) })),
  };
}

/** In what the two differ; for a new garment all that it has. */
export function changedFields(before: GarmentState | null, after: GarmentState): PlanField[] {
  return planFields.filter((field) =>
    before
      ? canonical(fieldOf(before, field)) !== canonical(fieldOf(after, field))
      : !isNothing(fieldOf(after, field)),
  );
}

export function fieldOf(state: GarmentState, field: PlanField): unknown {
  return field === 'price' ? state.priceMinor : state[field];
}

const isNothing = (value: unknown) =>
  value === null || value === '' || canonical(value) === '[]' || canonical(value) === '{}';

/** What one format has left to be kept is no other format's business. */
const keepsColumns = (before: GarmentState | null, { name }: FileFormat): boolean =>
  !before || before.sourceFormat === null || before.sourceFormat === name;

const keepsSomething = ({ source, variants }: GarmentState): boolean =>
  [source, ...variants.map((variant) => variant.source)].some(
    (columns) => Object.keys(columns).length > 0,
  );

/** A style that is the garment's own key, or its name here, has only this one in it and says nothing. */
function planStyle(
  { style, importKey }: CatalogItem,
  before: GarmentState | null,
  slug: string | undefined,
): string | null {
  const saysNothing =
    style === undefined || style === importKey || style === (before?.importKey ?? slug);
  return saysNothing ? (before?.style ?? null) : style || null;
}

function ownColumn({ category }: CatalogItem): KindChoice | null {
  return category?.because === 'own_column' ? { category: category.value } : null;
}

/** What the file's words say of a new garment's kind; null when they say nothing. */
export function inferred({ category }: CatalogItem): KindChoice | null {
  return category && category.because !== 'unknown' ? { category: category.value } : null;
}

/** The pictures that it should have, in their order. */
export function planPictures(
  { pictures }: CatalogItem,
  before: GarmentState | null,
  title: string,
): GarmentState['pictures'] {
  if (!pictures) return before?.pictures ?? [];
  const known = new Map(
    before ? allPictures(before).map((picture) => [picture.url, picture.alt]) : [],
  );
  const planned = new Map<string, string>();
  for (const { url, alt } of pictures) {
    if (planned.has(url)) continue;
    planned.set(url, alt === undefined ? (known.get(url) ?? title) : alt || title);
  }
  return Array.from(planned, ([url, alt]) => ({ url, alt }));
}

function unfetchedOf(
  pictures: GarmentState['pictures'],
  before: GarmentState | null,
): UnfetchedPicture[] {
  const here = new Set(before?.pictures.map(({ url }) => url));
  return pictures.flatMap(({ url, alt }, place) => (here.has(url) ? [] : [{ url, alt, place }]));
}

function planVariants(
  given: CatalogVariant[] | undefined,
  before: GarmentState | null,
  priceMinor: number,
  say: (severity: CatalogProblem['severity'], message: string) => void,
  { currency, format, slug }: Omit<PlanContext, 'choice'>,
): VariantState[] {
  const known = before?.variants ?? [];
  // A line that has nothing to say of sizes, for a garment without any.
  const saysNothing =
    known.length === 0 &&
    before &&
    given?.length === 1 &&
    isBare(given[0], before.importKey ?? slug);
  if (!given || saysNothing) return known;
  const stockOf = (stock: number | undefined, old: VariantState | undefined) => {
    const isStill =
      !format.countsStock && old && stock !== undefined && old.stock > 0 === stock > 0;
    return isStill ? old.stock : (stock ?? old?.stock ?? STOCK_WHEN_NOT_COUNTED);
  };
  const planned = given.map((variant): VariantState => {
    const size = variant.size || ONE_SIZE;
    const old = known.find((one) => one.size === size);
    const price = readPrice(variant.price, before?.currency ?? currency);
    if (price.wrong && variant.price !== null) say('error', price.wrong);
    const own = variant.price === null ? null : (price.minor ?? old?.priceMinor ?? null);
    return {
      size,
      sku: variant.sku ?? old?.sku ?? '',
      barcode: variant.barcode ?? old?.barcode ?? '',
      externalId: externalIdOf(variant, old, before?.importKey ?? slug),
      priceMinor: own === priceMinor ? null : own,
      stock: stockOf(variant.stock, old),
      source: keepsColumns(before, format)
        ? mergeSource(before ? (old?.source ?? {}) : undefined, variant.source, format)
        : (old?.source ?? {}),
    };
  });
  const twice = planned.find(
    ({ size }, index) => planned.findIndex((one) => one.size === size) < index,
  );
  if (twice) say('error', `It has the size “${twice.size}” twice. Leave one of the two lines out.`);
  return planned;
}

/** A feed has to call each size something; what it made up from the garment's own names is no id. */
function externalIdOf(
  { externalId, size }: CatalogVariant,
  old: VariantState | undefined,
  key: string | undefined,
): string | null {
  if (externalId === undefined) return old?.externalId ?? null;
  const isMadeUp =
    old?.externalId === null && [old.sku, key, `${key}-${size}`].includes(externalId);
  return isMadeUp ? null : externalId || null;
}

const isBare = (variant: CatalogVariant | undefined, key: string | undefined) =>
  variant !== undefined &&
  !variant.size &&
  !variant.sku &&
  !variant.barcode &&
  (!variant.externalId || variant.externalId === key) &&
  !variant.price &&
  variant.stock === undefined;

function readPrice(
  price: CatalogPrice | null | undefined,
  currency: string,
): { minor?: number; wrong?: string } {
  if (price === undefined) return {};
  if (price === null) return { wrong: 'Its price is blank, and a garment needs one.' };
  if (price.currency && price.currency !== currency) {
    return { wrong: `Its price is in ${price.currency}, and this shop sells in ${currency}.` };
  }
  return { minor: price.minor };
}

/**
 * A blank cell forgets the column. One that the garment has by another name keeps that name; one that
 * it has not, and whose meaning is in its fields already, is not begun to be kept.
 */
function mergeSource(
  before: Record<string, string> | undefined,
  given: Record<string, string>,
  { idOf, isUnderstood }: FileFormat,
): Record<string, string> {
  const merged = { ...before };
  const names = new Map(Object.keys(merged).map((header) => [idOf(header), header]));
  for (const [header, value] of Object.entries(given)) {
    const known = names.get(idOf(header));
    if (known === undefined && before && isUnderstood(header)) continue;
    merged[known ?? header] = value;
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}

/** JSON with its keys in order: the database gives them back in one of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
