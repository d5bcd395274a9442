import 'server-only';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/**
 * The kind of picture by its first bytes, or undefined. Content types are not trusted: storage hosts
 * serve error pages as `image/jpeg`, and pictures as `application/octet-stream`.
 */
export function sniffPicture(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (
    startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) &&
    startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
  ) {
    return 'image/webp';
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** Decodes a data URI or bare base64; undefined when it is neither, or not a picture. */
export function decodePicture(
  text: string,
): { bytes: Uint8Array; contentType: PictureType } | undefined {
  const base64 = text.replace(/^data:[^,]{0,200},/u, '').replaceAll(/\s+/gu, '');
  // A search for what does not belong: a match of the whole would fill the regular expression's stack.
  if (base64 === '' || /[^A-Za-z0-9+/=]/u.test(base64)) return undefined;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const contentType = sniffPicture(bytes);
  return contentType && { bytes, contentType };
}
