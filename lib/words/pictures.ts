/** Looking at pictures closely: a garment's gallery, and any picture as large as the screen. */
export const pictureWords = {
  zoom: 'Zoom',
  fullScreen: 'Full screen',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  previous: 'Previous picture',
  next: 'Next picture',
  picture: 'Picture',
  of: (place: number, all: number) => `${place} of ${all}`,
  pictureOf: (place: number, all: number) => `Picture ${place} of ${all}`,
} as const;
