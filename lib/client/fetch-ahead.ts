/**
 * Begins to fetch a picture that the page is about to show, so that the way to the server and back goes
 * by while it renders. A document fetches the same picture only once, also one that no cache may keep.
 */
export function fetchAhead(url: string): void {
  const picture = new Image();
  picture.fetchPriority = 'high';
  picture.src = url;
}
