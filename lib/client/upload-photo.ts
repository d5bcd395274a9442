import type { PhotoView } from '#lib/contracts/photo.ts';
import { fetchJson } from './fetch-json.ts';

const photoContract = async () => (await import('#lib/contracts/photo.ts')).photoView;

/** Sends a photo together with the version of the consent that its owner has just read. */
export function uploadPhoto(
  photo: Blob,
  consentVersion: string,
  signal?: AbortSignal,
): Promise<PhotoView> {
  const form = new FormData();
  // A name of our own: what the person calls the file is nobody's business.
  form.set('file', photo, photo.type === 'image/jpeg' ? 'photo.jpg' : 'photo');
  form.set('consentVersion', consentVersion);
  return fetchJson('/api/photos', photoContract, { method: 'POST', body: form, signal });
}
