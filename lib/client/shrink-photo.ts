import { KEPT_SIDE, type UploadUse } from '#lib/domain/kept-side.ts';

const JPEG_QUALITY = 0.92;

/** Width and height after shrinking to what the server keeps; never larger than before. */
export function shrunkSize(
  width: number,
  height: number,
  use: UploadUse,
): { width: number; height: number } {
  const factor = Math.min(1, KEPT_SIDE[use] / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

/**
 * Makes a phone's photo small enough to send: upright, no larger than is kept, JPEG. Drawn anew each time,
 * so that its EXIF, and the place where it was taken, never leaves the device.
 * What this browser cannot decode (HEIC, mostly) goes as it is, and the server says what to do.
 */
export async function shrinkPhoto(file: Blob, use: UploadUse): Promise<Blob> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return file;
  }
  const { width, height } = shrunkSize(bitmap.width, bitmap.height, use);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) {
    bitmap.close();
    return file;
  }
  // JPEG has no transparency; without a ground it would turn black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', JPEG_QUALITY);
  });
}
