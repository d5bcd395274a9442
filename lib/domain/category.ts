/** The three kinds of garment that the provider knows, and its words for them. */
export const garmentCategories = ['UPPER_BODY', 'LOWER_BODY', 'DRESS'] as const;

export type GarmentCategory = (typeof garmentCategories)[number];

/** What a merchant chooses among. A garment without a category, which nobody can try on, is `NONE`. */
export const garmentKinds = [...garmentCategories, 'NONE'] as const;
export type GarmentKind = (typeof garmentKinds)[number];

export const kindOf = (category: GarmentCategory | null): GarmentKind => category ?? 'NONE';
export const categoryOf = (kind: GarmentKind): GarmentCategory | null =>
  kind === 'NONE' ? null : kind;

/** Source: API page, parameter `category`. */
export const providerCategory = {
  UPPER_BODY: 'Upper body',
  LOWER_BODY: 'Lower body',
  DRESS: 'Dress',
} as const satisfies Record<GarmentCategory, string>;

export type ProviderCategory = (typeof providerCategory)[GarmentCategory];
