import type { CatalogItem } from './catalog-item.ts';
import { type GarmentState, ONE_SIZE } from './garment-plan.ts';

/**
 * A garment as a file tells of it: the way back of `planGarment`. A file that says this of a garment
 * that is still as it was changes nothing.
 *
 * A style that no file has given is not told: a file would group garments by it that differ in more
 * than their colour, and could keep only what one of them says.
 */
export function toCatalogItem(state: GarmentState, slug: string): CatalogItem {
  const { currency } = state;
  return {
    importKey: state.importKey ?? slug,
    lines: { from: 0, to: 0 },
    title: state.title,
    description: state.description,
    category: { value: state.category, because: 'own_column' },
    status: state.status,
    colour: state.colour,
    ...(isFilesStyle(state) ? { style: state.style } : {}),
    material: state.material,
    productType: state.productType,
    tags: state.tags,
    price: { minor: state.priceMinor, currency },
    sizeChart: state.sizeChart,
    pictures: state.pictures,
    variants: state.variants.map(({ priceMinor, externalId, size, ...variant }) => ({
      ...variant,
      size: size === ONE_SIZE ? '' : size,
      ...(externalId === null ? {} : { externalId }),
      price: priceMinor === null ? null : { minor: priceMinor, currency },
    })),
    source: state.source,
    problems: [],
  };
}

const isFilesStyle = (state: GarmentState): state is GarmentState & { style: string } =>
  Boolean(state.style) &&
  (state.importKey === state.style || state.importKey?.startsWith(`${state.style}#`) === true);
