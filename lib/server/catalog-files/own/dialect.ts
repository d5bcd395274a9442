import 'server-only';
import { isWebAddress, oneLine, readTags, writeTags } from '#lib/domain/catalog/cell-values.ts';
import { kindOfWords } from '#lib/domain/catalog/kind-of-words.ts';
import { type ColumnMapping, type OwnField, ownHeaders } from '#lib/domain/catalog/own-columns.ts';
import { readSizeChart, writeSizeChart } from '#lib/domain/catalog/size-chart-text.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import { quoted } from '../problems.ts';
import {
  codeCodec,
  descriptionCodec,
  isSameList,
  lineCodec,
  priceCodec,
  sizeCodec,
  stockCodec,
} from '../size-table/codecs.ts';
import type {
  Cell,
  Codec,
  Dialect,
  Field,
  GarmentValues,
  Picture,
  ReadPictures,
} from '../size-table/line.ts';

/**
 * Our own tables, and a shop's own once it has said what its columns are about.
 * @param isOurs ours have titles that are meant as they are
 */
export function ownDialect(mapping: ColumnMapping, isOurs: boolean, currency: string): Dialect {
  const headerOf = (field: OwnField) =>
    Object.keys(mapping).find((header) => mapping[header] === field) ?? ownHeaders[field];
  const fieldOf = (header: string) => (Object.hasOwn(mapping, header) ? mapping[header] : null);
  const isAbout = (header: string, ...fields: OwnField[]) =>
    fields.some((field) => fieldOf(header) === field);
  const headers = Object.fromEntries(fields.map((field) => [field, headerOf(field)]));
  return {
    // Without a key the title is what lines have in common.
    hasSizesInTitles: !isOurs && Object.values(mapping).includes('key'),
    ofGarment: {
      style: { read: (text) => text.trim(), write: String },
      title: lineCodec,
      description: descriptionCodec,
      category: categoryCodec,
      status: statusCodec,
      colour: lineCodec,
      material: lineCodec,
      productType: lineCodec,
      tags: tagsCodec,
      sizeChart: sizeChartCodec,
    },
    ofSize: {
      size: sizeCodec('One size'),
      stock: stockCodec,
      sku: codeCodec,
      barcode: codeCodec,
      externalId: codeCodec,
      price: priceCodec(currency),
    },
    headers,
    fieldOf: (header) => fields.find((field) => fieldOf(header) === field),
    isOnlyOfSize: () => false,
    isPicture: (header) => isAbout(header, 'pictures', 'pictureTexts'),
    isSameHeader: Object.is,
    readPictures: (cells) =>
      readPictureCells(
        cells.filter(({ header }) => isAbout(header, 'pictures')),
        cells.find(({ header }) => isAbout(header, 'pictureTexts')),
      ),
    writePictures: (pictures) => {
      const urls = pictures.map(({ url }) => url).join('\n');
      const texts = pictures.map(({ alt = '' }) => alt).join('\n');
      return [
        { header: headerOf('pictures'), text: urls },
        { header: headerOf('pictureTexts'), text: texts.trim() === '' ? '' : texts },
      ].filter(({ text }) => text !== '');
    },
  };
}

const fields = [
  'style',
  'title',
  'description',
  'category',
  'status',
  'colour',
  'material',
  'productType',
  'tags',
  'sizeChart',
  'size',
  'stock',
  'sku',
  'barcode',
  'externalId',
  'price',
] as const satisfies (Field & OwnField)[];

const categoryCodec: Codec<GarmentValues['category']> = {
  read: (text) => {
    const word = text.trim().toUpperCase();
    if (word === 'NONE') return null;
    const category = garmentCategories.find((one) => one === word);
    if (category) return category;
    const kind = kindOfWords(text);
    return kind === 'NONE' ? null : kind === 'UNCLEAR' || kind === null ? undefined : kind;
  },
  write: (category) => category ?? 'NONE',
  advice: (text) =>
    `${quoted(text)} is no kind of garment; it was left out. Write UPPER_BODY, LOWER_BODY, DRESS, or NONE for what nobody can try on.`,
};

const statusWords: [status: GarmentValues['status'], words: RegExp][] = [
  [
    'ACTIVE',
    /^(active|published|online|visible|yes|true|1|aktiv|sichtbar|ja|actif|en ligne|oui|activo|si|sí|actief|attivo)$/,
  ],
  [
    'DRAFT',
    /^(draft|hidden|unpublished|inactive|offline|no|false|0|entwurf|inaktiv|nein|brouillon|non|borrador|inactivo|concept|nee|bozza)$/,
  ],
  [
    'ARCHIVED',
    /^(archived|deleted|discontinued|archiviert|archivé|archivado|gearchiveerd|archiviato)$/,
  ],
];

const statusCodec: Codec<GarmentValues['status']> = {
  read: (text) => statusWords.find(([, words]) => words.test(text.trim().toLowerCase()))?.[0],
  write: (status) => status.toLowerCase(),
  advice: (text) =>
    `${quoted(text)} is no status; it was left out. Write active, draft or archived.`,
};

/** Separated by commas; one a line where a tag has a comma itself. */
const tagsCodec: Codec<string[]> = {
  read: (text) => {
    if (!text.includes('\n')) return readTags(text);
    return [...new Set(text.split('\n').map(oneLine))].filter((tag) => tag !== '');
  },
  write: (tags) =>
    tags.some((tag) => tag.includes(',')) ? `${tags.join('\n')}\n` : writeTags(tags),
  isSame: isSameList,
};

const sizeChartCodec: Codec<GarmentValues['sizeChart']> = {
  read: (text) => (text.trim() === '' ? null : (readSizeChart(text) ?? undefined)),
  write: (chart) => (chart ? writeSizeChart(chart) : ''),
  isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  advice: (text) =>
    `${quoted(text)} is no size chart; it was left out. Write a line of headers and one a size, with | between: Size | Chest (cm).`,
};

function readPictureCells(cells: readonly Cell[], texts: Cell | undefined): ReadPictures {
  const said = cells.flatMap(({ header, text }) =>
    text
      .split(/[\r\n]+|[\s,;|]+(?=https?:\/\/)/)
      .map((url) => ({ header, text: url.trim() }))
      .filter((cell) => cell.text !== ''),
  );
  const alts = texts ? texts.text.split('\n').map(oneLine) : [];
  const found = new Map<string, Picture>();
  said.forEach(({ text: url }, i) => {
    if (!isWebAddress(url) || found.has(url)) return;
    found.set(url, { url, ...(alts[i] && { alt: alts[i] }) });
  });
  return { found: [...found.values()], odd: said.filter(({ text }) => !isWebAddress(text)) };
}
