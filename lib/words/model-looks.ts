/** Pictures of garments on house models that the fitting room has made, on the pages of the shops. */
export const modelLookWords = {
  /** As alternative texts name whoever wears it: `wornBy` reads them. */
  alt: (garment: string, model: string) => `${garment}, worn by the house model ${model}`,
  /** On the picture. */
  mark: 'Made by the fitting room',
  /** Under it. */
  note: 'Made by the fitting room: it shows style, not fit.',
} as const;
