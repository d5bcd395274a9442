import type { CatalogItem } from './catalog-item.ts';
import { allPictures, type GarmentState, ONE_SIZE } from './garment-plan.ts';

/** What a format makes of garments that are written in it. */
export interface WritingRules {
  /** A `FileFormat.name`. */
  name: string;
  /**
   * Whether a garment's style stands in a column of its own. Otherwise it groups lines, which can keep
   * only what one of the garments in it says: then only a style that came in a file is told.
   */
  tellsStyles: boolean;
}

/**
 * A garment as a file tells of it: the way back of `planGarment`. A file that says this of a garment
 * that is still as it was changes nothing.
 */
export function toCatalogItem(
  state: GarmentState,
  slug: string,
  { name, tellsStyles }: WritingRules,
): CatalogItem {
  const { currency } = state;
  const sourceOf = (source: Record<string, string>) => (state.sourceFormat === name ? source : {});
  return {
    importKey: state.importKey ?? slug,
    lines: { from: 0, to: 0 },
    title: state.title,
    description: state.description,
    category: { value: state.category, because: 'own_column' },
    status: state.status,
    colour: state.colour,
    ...(tellsStyles ? { style: state.style ?? '' } : isFilesStyle(state) && { style: state.style }),
    material: state.material,
    productType: state.productType,
    tags: state.tags,
    price: { minor: state.priceMinor, currency },
    sizeChart: state.sizeChart,
    pictures: allPictures(state),
    variants: state.variants.map(({ priceMinor, externalId, size, source, ...variant }) => ({
      ...variant,
      size: size === ONE_SIZE ? '' : size,
      ...(externalId === null ? {} : { externalId }),
      price: priceMinor === null ? null : { minor: priceMinor, currency },
      source: sourceOf(source),
    })),
    source: sourceOf(state.source),
    problems: [],
  };
}

const isFilesStyle = (state: GarmentState): state is GarmentState & { style: string } =>
  Boolean(state.style) &&
  (state.importKey === state.style || state.importKey?.startsWith(`${state.style}#`) === true);
