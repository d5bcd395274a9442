import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** A file as `setInputFiles` and multipart requests take it. */
export interface PictureFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Made once for all tests of a worker. */
function once(make: () => Promise<PictureFile>): () => Promise<PictureFile> {
  let made: Promise<PictureFile> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const demo = (file: string) => readFile(path.join(import.meta.dirname, '../../public/demo', file));

/** EXIF 6: the picture lies on its side and must be turned a quarter to the right to be upright. */
const LIES_ON_ITS_SIDE = 6;

/** A photo of a person as a phone stores it: lying on its side, with EXIF that says so. */
export const phonePhoto = once(async () => {
  const buffer = await sharp(await demo('models/f2.webp'))
    .rotate(-90)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 19/1 0/1' } })
    .withMetadata({ orientation: LIES_ON_ITS_SIDE })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer };
});

export const pngPhoto = once(async () => {
  const buffer = await sharp(await demo('models/m1.webp'))
    .png()
    .toBuffer();
  return { name: 'me.png', mimeType: 'image/png', buffer };
});

export const webpPhoto = once(async () => {
  return { name: 'me.webp', mimeType: 'image/webp', buffer: await demo('models/f4.webp') };
});

/** A photo that nobody is in. */
export const emptyPhoto = once(async () => {
  const buffer = await sharp(await demo('garments/trousers-camel.webp'))
    .jpeg()
    .toBuffer();
  return { name: 'chair.jpg', mimeType: 'image/jpeg', buffer };
});

/** Taken at night, without a lamp. */
export const darkPhoto = once(async () => {
  const buffer = await sharp(await demo('models/f4.webp'))
    .linear(0.25, 0)
    .jpeg()
    .toBuffer();
  return { name: 'night.jpg', mimeType: 'image/jpeg', buffer };
});

/** As a chat passes it on: large enough to be taken, and no larger. */
export const smallPhoto = once(async () => {
  const buffer = await sharp(await demo('models/f4.webp'))
    .resize(300, 400)
    .jpeg()
    .toBuffer();
  return { name: 'thumb.jpg', mimeType: 'image/jpeg', buffer };
});

/** As a list of contacts shows it: too small for anything. */
export const tinyPhoto = once(async () => {
  const buffer = await sharp(await demo('models/f4.webp'))
    .resize(40)
    .jpeg()
    .toBuffer();
  return { name: 'contact.jpg', mimeType: 'image/jpeg', buffer };
});

/** A garment that is in no shop yet, as a merchant photographs it. */
export const garmentPicture = once(async () => {
  const buffer = await sharp(await demo('garments/tee-white.webp'))
    .modulate({ brightness: 0.8 })
    .tint({ r: 90, g: 130, b: 190 })
    .jpeg()
    .toBuffer();
  return { name: 'tee.jpg', mimeType: 'image/jpeg', buffer };
});

/** The same as a chat passes it on, out of focus. */
export const poorGarmentPicture = once(async () => {
  const buffer = await sharp(await demo('garments/dress-terracotta.webp'))
    .resize(280)
    .blur(3)
    .jpeg()
    .toBuffer();
  return { name: 'dress.jpg', mimeType: 'image/jpeg', buffer };
});

/** A garment on somebody. */
export const wornGarmentPicture = once(async () => {
  const buffer = await demo('worn/f4-midi-green.webp');
  return { name: 'worn.webp', mimeType: 'image/webp', buffer };
});

/** The beginning of an iPhone's file, which no browser of these tests can decode. */
export function heicPhoto(): PictureFile {
  const box = Buffer.alloc(4096);
  box.writeUInt32BE(24, 0);
  box.write('ftypheic', 4, 'latin1');
  box.write('mif1heic', 16, 'latin1');
  return { name: 'IMG_0007.HEIC', mimeType: 'image/heic', buffer: box };
}

/** A text that calls itself a photo. */
export const textCalledPhoto: PictureFile = {
  name: 'me.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('Dear diary, today I tried on a tee.'.repeat(40)),
};

/** Width, height and metadata of a picture that was downloaded. */
export function readPicture(bytes: Buffer) {
  return sharp(bytes).metadata();
}
