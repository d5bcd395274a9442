/** The parts of the check that come only when a photo has been chosen. */
export const loadPhotoCheckWords = () => import('./photo-check-words.tsx');
export const loadPhotoCheckDrawing = () => import('./photo-check-drawing.tsx');
