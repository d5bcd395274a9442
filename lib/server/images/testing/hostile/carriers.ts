import { deflateSync } from 'node:zlib';
import { phonePhoto, plain, pngChunk, withPngChunks } from '../sample-pictures.ts';
import { type HostileUpload, latin1, PLANTED } from './hostile-upload.ts';
import { jpegSegment, withSegments } from './jpeg-parts.ts';

/** Good pictures that carry more than the picture: where it was taken, or a second file. */
export async function carriers(): Promise<HostileUpload[]> {
  const jpeg = await plain(300, 400).jpeg().toBuffer();
  const png = await plain(300, 400).png().toBuffer();
  const webp = await plain(300, 400).webp().toBuffer();
  const thumbnail = await plain(160, 120).jpeg().toBuffer();
  const secret = latin1(PLANTED);
  const inJpeg = (marker: number, ...parts: (string | Uint8Array)[]) =>
    withSegments(jpeg, [
      jpegSegment(
        marker,
        Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin1(part) : part))),
      ),
    ]);
  const inPng = (type: string, data: Uint8Array) => withPngChunks(png, [pngChunk(type, data)]);
  const inWebp = (type: string, data: Uint8Array) => {
    const chunk = Buffer.concat([latin1(`${type}\0\0\0\0`), data, Buffer.alloc(data.length % 2)]);
    chunk.writeUInt32LE(data.length, 4);
    const all = Buffer.concat([webp, chunk]);
    all.writeUInt32LE(all.length - 8, 4);
    return all;
  };
  const behind = (picture: Uint8Array, more: string | Uint8Array) =>
    Buffer.concat([picture, typeof more === 'string' ? latin1(more) : more]);
  const exif = await withExif();

  const all: [string, Uint8Array][] = [
    ['photo of a phone', await phonePhoto(600, 400)],
    ['JPEG with GPS', exif.jpeg],
    ['PNG with GPS', exif.png],
    ['WebP with GPS', exif.webp],
    [
      'JPEG with a thumbnail in its EXIF',
      inJpeg(0xe1, 'Exif\0\0II*\0\x08\0\0\0\0\0', thumbnail, secret),
    ],
    ['JPEG with a thumbnail in its JFIF', inJpeg(0xe0, 'JFXX\0\x10', thumbnail, secret)],
    [
      'JPEG with a maker note',
      inJpeg(
        0xe1,
        'Exif\0\0MM\0*\0\0\0\x08\0\x01\x92\x7c\0\x07\0\0\0\x0d\0\0\0\x1a\0\0\0\0',
        secret,
      ),
    ],
    [
      'JPEG with XMP',
      inJpeg(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLANTED}</x:xmpmeta>`),
    ],
    [
      'JPEG with extended XMP',
      inJpeg(0xe1, `http://ns.adobe.com/xmp/extension/\0${'0'.repeat(32)}`, secret),
    ],
    [
      'JPEG with IPTC',
      inJpeg(0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x78\0\x0d${PLANTED}`),
    ],
    ['JPEG with a comment', inJpeg(0xfe, secret)],
    ['JPEG with a script for a comment', inJpeg(0xfe, `*/=1;alert("${PLANTED}")/*`)],
    ['JPEG with a profile that tells', inJpeg(0xe2, 'ICC_PROFILE\0\x01\x01', secret)],
    [
      'JPEG with an index of pictures',
      behind(inJpeg(0xe2, 'MPF\0II*\0\x08\0\0\0', secret), behind(thumbnail, secret)),
    ],
    ['JPEG with depth in it', inJpeg(0xee, 'Adobe\0d\0\0\0\0\x01', secret)],
    ['JPEG with FlashPix', inJpeg(0xe2, 'FPXR\0', secret)],
    ['JPEG with audio', inJpeg(0xe4, 'Sound', secret)],
    ...[0xe3, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xef].map(
      (marker): [string, Uint8Array] => [
        `JPEG with something in ${marker.toString(16)}`,
        inJpeg(marker, secret),
      ],
    ),
    [
      'JPEG with an address of its credentials',
      inJpeg(0xeb, 'JP\0\x01\0\0\0\x01\0\0\0\x20jumb', secret),
    ],
    ['JPEG with a film behind it', behind(jpeg, `\0\0\0\x18ftypmp42\0\0\0\0${PLANTED}`)],
    ['JPEG with a Samsung trailer', behind(jpeg, `\0\0\x01\x0aImage_UTC_Data${PLANTED}SEFT`)],
    ['JPEG with another JPEG behind it', behind(jpeg, behind(thumbnail, secret))],
    [
      'JPEG with bytes between its segments',
      withSegments(jpeg, [jpegSegment(0xfe, secret), secret]),
    ],
    ['PNG with text', inPng('tEXt', latin1(`Comment\0${PLANTED}`))],
    [
      'PNG with compressed text',
      inPng('zTXt', Buffer.concat([latin1('C\0\0'), deflateSync(secret)])),
    ],
    ['PNG with XMP', inPng('iTXt', latin1(`XML:com.adobe.xmp\0\0\0\0\0${PLANTED}`))],
    ['PNG with a time', inPng('tIME', latin1('\x07\xea\x01\x01\0\0\0'))],
    ['PNG with a chunk of its own', inPng('prVt', secret)],
    ['PNG with EXIF', inPng('eXIf', latin1(`II*\0\x08\0\0\0\0\0\0\0\0\0${PLANTED}`))],
    [
      'PNG with a profile',
      inPng('iCCP', Buffer.concat([latin1(`${PLANTED}\0\0`), deflateSync(secret)])),
    ],
    ['PNG with something behind its end', behind(png, secret)],
    ['WebP with EXIF at its end', inWebp('EXIF', secret)],
    ['WebP with XMP at its end', inWebp('XMP ', secret)],
    ['WebP with a chunk of its own', inWebp('SECR', secret)],
    ['WebP with something behind its end', behind(webp, secret)],
    ['JPEG that is a ZIP', behind(jpeg, `PK\x03\x04\x14\0${PLANTED}PK\x05\x06`)],
    [
      'JPEG that is a JAR',
      behind(jpeg, `PK\x03\x04\x14\0META-INF/MANIFEST.MF${PLANTED}PK\x05\x06`),
    ],
    ['JPEG that is a web page', inJpeg(0xfe, `<html><script>alert("${PLANTED}")</script>`)],
    ['JPEG that is a program of PHP', inJpeg(0xfe, `<?php system("${PLANTED}"); ?>`)],
    ['JPEG that is a PDF', inJpeg(0xfe, `%PDF-1.7 1 0 obj<</JS(${PLANTED})>>endobj`)],
    ['JPEG that is an SVG', inJpeg(0xfe, `<svg onload="${PLANTED}"/>`)],
    ['PNG that is a script', inPng('tEXt', latin1(`a\0*/alert("${PLANTED}")/*`))],
    ['PNG that is a web page', behind(png, `<script>${PLANTED}</script>`)],
    ['PNG that is a ZIP', behind(png, `PK\x03\x04${PLANTED}PK\x05\x06`)],
    ['WebP that is a web page', inWebp('HTML', latin1(`<script>${PLANTED}</script>`))],
  ];
  return all.map(([name, bytes]) => ({ name, bytes, fate: 'cleaned' }));
}

async function withExif() {
  const placed = () =>
    plain(300, 400).withExif({
      IFD0: { Make: PLANTED, Artist: PLANTED, Copyright: PLANTED },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSAreaInformation: PLANTED },
    });
  return {
    jpeg: await placed().jpeg().toBuffer(),
    png: await placed().png().toBuffer(),
    webp: await placed().webp().toBuffer(),
  };
}
