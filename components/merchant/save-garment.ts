import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { shrinkPhoto } from '#lib/client/shrink-photo.ts';
import {
  type GarmentDraftBody,
  type MerchantGarment,
  merchantGarment,
} from '#lib/contracts/garment.ts';

/**
 * Makes a draft (id null) or changes a garment.
 *
 * @param api the shop's route handlers, from `useShop`.
 * @throws ProblemError with `fields` for the form, UnreachableError.
 */
export function saveGarment(
  api: string,
  id: string | null,
  body: GarmentDraftBody,
): Promise<MerchantGarment> {
  const init = jsonBody(body);
  return id === null
    ? fetchJson(`${api}/garments`, merchantGarment, init)
    : fetchJson(`${api}/garments/${id}`, merchantGarment, { ...init, method: 'PATCH' });
}

/** Adds a picture behind the ones that are there. Throws like `saveGarment`. */
export async function addGarmentPicture(
  api: string,
  id: string,
  { file, alt }: { file: Blob; alt: string },
): Promise<MerchantGarment> {
  const form = new FormData();
  form.set('file', await shrinkPhoto(file), 'garment.jpg');
  form.set('alt', alt);
  return fetchJson(`${api}/garments/${id}/images`, merchantGarment, { method: 'POST', body: form });
}

/** Throws like `saveGarment`; publishing without a picture is a ProblemError that says so. */
export function setGarmentStatus(
  api: string,
  id: string,
  status: MerchantGarment['status'],
): Promise<MerchantGarment> {
  return fetchJson(`${api}/garments/${id}/status`, merchantGarment, jsonBody({ status }));
}
