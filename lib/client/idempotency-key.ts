/** Names one wish of a person, however often it has to be sent: the server sees it once. */
export function newIdempotencyKey(): string {
  // `crypto.randomUUID` is missing on plain-http origins, where a phone in the same network looks.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
