import type { ImportRun } from '#lib/contracts/import.ts';

/** Whether pictures of an applied import are still to be fetched. */
export const arePicturesComing = ({ state, pictures }: Pick<ImportRun, 'state' | 'pictures'>) =>
  state === 'applied' && pictures.stored + pictures.failed < pictures.wanted;
