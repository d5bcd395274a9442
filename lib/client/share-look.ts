import type { ShareDays } from '#lib/domain/share-link.ts';
import { fetchJson, jsonBody } from './fetch-json.ts';

const linkContract = () =>
  import('#lib/contracts/share-links.ts').then(({ newShareLink }) => newShareLink);

/** Makes a link to a look. Throws like `fetchJson`. */
export const shareLook = (tryOnId: string, days: ShareDays) =>
  fetchJson(`/api/try-ons/${tryOnId}/share-links`, linkContract, jsonBody({ days }));
