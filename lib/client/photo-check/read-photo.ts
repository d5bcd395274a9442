import type { Size } from '#lib/domain/picture-fit.ts';
import type { Pixels } from './pixels.ts';

/** Longer side of what is looked at, in pixels: as much as the provider will see. */
const LOOKED_AT = 1024;

export interface ReadPhoto {
  /** The photo itself, upright. */
  photo: Size;
  /** It again, no larger than what is looked at. */
  pixels: Pixels;
}

/**
 * Upright and shrunk. `undecodable` is what this browser cannot open (HEIC, mostly): it would be sent
 * as it is. What is only kept from being looked at is null.
 */
export async function readPhoto(file: Blob): Promise<ReadPhoto | 'undecodable' | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return 'undecodable';
  }
  try {
    const photo = { width: bitmap.width, height: bitmap.height };
    const { width, height } = lookedAtSize(photo);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    // As it will be sent: without a ground transparency would turn black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return {
      photo,
      pixels: { width, height, data: context.getImageData(0, 0, width, height).data },
    };
  } catch {
    // Some browsers guard canvases against being read, and some photos are too large for one.
    return null;
  } finally {
    bitmap.close();
  }
}

export function lookedAtSize({ width, height }: Size): Size {
  const factor = Math.min(1, LOOKED_AT / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}
