/** Which looks stand side by side, as the address says it: `/looks/compare?ids=a,b,c`. */

export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 4;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Each id once, in the order of the address; what is no id, and what is too much, is left out. */
export function parseCompared(ids: string | string[] | undefined): string[] {
  const given = [ids ?? []].flat().flatMap((text) => text.toLowerCase().split(','));
  const known = new Set(given.map((id) => id.trim()).filter((id) => UUID.test(id)));
  return [...known].slice(0, MOST_COMPARED);
}

export function compareHref(ids: readonly string[]): string {
  return `/looks/compare?ids=${ids.join(',')}`;
}
