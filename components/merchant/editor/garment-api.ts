import { fetchJson, fetchNothing, jsonBody, readAnswer } from '#lib/client/fetch-json.ts';
import { sendForm } from '#lib/client/send-form.ts';
import { shrinkPhoto } from '#lib/client/shrink-photo.ts';
import {
  type ChangeGarmentBody,
  colourCandidates,
  type DuplicateGarmentBody,
  type EditableGarment,
  editableGarment,
  type GarmentInOneLine,
  type NewGarmentBody,
} from '#lib/contracts/garment-edit.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';

/**
 * A connection may be dead without saying so. What saves by itself tries again then, and the rest says so; a
 * picture on its way shows how far it is, and can be called off.
 */
const NO_ANSWER_AFTER_MS = 30_000;

/**
 * The route handlers of one shop's garments.
 *
 * All throw ProblemError with `fields` for the form, and UnreachableError.
 *
 * @param api from `useShop`.
 */
export function garmentApi(api: string) {
  const at = (id: string, rest = '') => `${api}/garments/${id}${rest}`;
  const inTime = (init?: RequestInit): RequestInit => ({
    ...init,
    signal: AbortSignal.timeout(NO_ANSWER_AFTER_MS),
  });
  const ask = (path: string, init?: RequestInit): Promise<EditableGarment> =>
    fetchJson(path, editableGarment, inTime(init));
  return {
    get: (id: string) => ask(at(id)),
    create: (body: NewGarmentBody) => ask(`${api}/garments`, jsonBody(body)),
    change: (id: string, body: ChangeGarmentBody) =>
      ask(at(id), { ...jsonBody(body), method: 'PATCH' }),
    setStatus: (id: string, status: GarmentStatus) => ask(at(id, '/status'), jsonBody({ status })),
    duplicate: (id: string, body: DuplicateGarmentBody) =>
      ask(at(id, '/duplicate'), jsonBody(body)),
    delete: (id: string) => fetchNothing(at(id), inTime({ method: 'DELETE' })),

    async addPicture(
      id: string,
      file: Blob,
      progress: { onProgress: (part: number) => void; signal: AbortSignal },
    ): Promise<EditableGarment> {
      const form = new FormData();
      form.set('file', await shrinkPhoto(file, 'garment'), 'garment.jpg');
      return readAnswer(await sendForm(at(id, '/images'), form, progress), editableGarment);
    },
    removePicture: (id: string, picture: string) =>
      ask(at(id, `/images/${picture}`), { method: 'DELETE' }),
    restorePicture: (id: string, picture: string) =>
      ask(at(id, `/images/${picture}/restore`), { method: 'POST' }),

    async colourCandidates(id: string, words: string): Promise<GarmentInOneLine[]> {
      const query = new URLSearchParams({ q: words });
      return (await fetchJson(at(id, `/colours?${query}`), colourCandidates, inTime())).items;
    },
    linkColour: (id: string, other: string, linked: boolean) =>
      ask(at(id, `/colours/${other}`), { method: linked ? 'PUT' : 'DELETE' }),
  };
}

export type GarmentApi = ReturnType<typeof garmentApi>;
