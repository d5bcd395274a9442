import { plain } from '../sample-pictures.ts';
import { type HostileUpload, latin1 } from './hostile-upload.ts';
import { claimingSize, jpegSegment, withSegments } from './jpeg-parts.ts';

/** Pictures of odd sizes, colours and orientations, and ones that are not what they begin like. */
export async function oddShapes(): Promise<HostileUpload[]> {
  const jpeg = await plain(300, 400).jpeg().toBuffer();
  const gif = await plain(300, 400).gif().toBuffer();
  const of = (width: number, height: number) => plain(width, height).png().toBuffer();
  const turned = (orientation: number) =>
    withSegments(jpeg, [
      jpegSegment(
        0xe1,
        Buffer.concat([
          latin1('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01'),
          Buffer.from([(orientation >> 8) & 255, orientation & 255, 0, 0, 0, 0, 0, 0]),
        ]),
      ),
    ]);
  const refused: [string, Uint8Array][] = [
    ['one pixel', await of(1, 1)],
    ['a line across', await of(4_000, 1)],
    ['a line down', await of(1, 4_000)],
    ['JPEG of 65535 × 1', claimingSize(jpeg, 65_535, 1)],
    ['JPEG of 1 × 65535', claimingSize(jpeg, 1, 65_535)],
    ['255 pixels wide', await of(255, 400)],
    ['a long strip', await of(300, 1_500)],
    ['JPEG that begins like a PNG', Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), jpeg])],
    ['GIF that begins like a JPEG', Buffer.concat([latin1('\xff\xd8\xff'), gif])],
    ['TIFF that begins like a WebP', latin1('RIFF\0\0\0\0WEBPII*\0\x08\0\0\0')],
    ['JPEG behind a line', Buffer.concat([latin1('\r\n'), jpeg])],
    ['GIFAR', Buffer.concat([gif, latin1('PK\x03\x04META-INF/')])],
    ['JPEG as base64', latin1(jpeg.toString('base64'))],
  ];
  const cleaned: [string, Uint8Array][] = [
    ['CMYK', await plain(300, 400).toColourspace('cmyk').jpeg().toBuffer()],
    ['grey', await plain(300, 400).greyscale().jpeg().toBuffer()],
    ['16 bits', await plain(300, 400).toColourspace('rgb16').png().toBuffer()],
    [
      '16 bits with transparency',
      await plain(300, 400).ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer(),
    ],
    ['two colours', await plain(300, 400).png({ palette: true, colours: 2 }).toBuffer()],
    ['interlaced', await plain(300, 400).png({ progressive: true }).toBuffer()],
    ['transparent all over', await plain(300, 400).ensureAlpha(0).webp().toBuffer()],
    ['orientation 0', turned(0)],
    ['orientation 9', turned(9)],
    ['orientation 65535', turned(65_535)],
    ['orientation 8', turned(8)],
    [
      'EXIF that points behind the file',
      withSegments(jpeg, [jpegSegment(0xe1, latin1('Exif\0\0II*\0\xff\xff\xff\x7f'))]),
    ],
    [
      'EXIF that points to itself',
      withSegments(jpeg, [jpegSegment(0xe1, latin1('Exif\0\0II*\0\x08\0\0\0\0\0\x08\0\0\0'))]),
    ],
    [
      'EXIF of 65535 entries',
      withSegments(jpeg, [jpegSegment(0xe1, latin1('Exif\0\0II*\0\x08\0\0\0\xff\xff'))]),
    ],
    [
      'EXIF of zeros',
      withSegments(jpeg, [
        jpegSegment(0xe1, Buffer.concat([latin1('Exif\0\0'), Buffer.alloc(60_000)])),
      ]),
    ],
    [
      'a thousand EXIFs',
      withSegments(jpeg, Array(1_000).fill(jpegSegment(0xe1, latin1('Exif\0\0II*\0')))),
    ],
  ];
  return [
    ...refused.map(([name, bytes]) => ({ name, bytes, fate: 'refused' }) as const),
    ...cleaned.map(([name, bytes]) => ({ name, bytes, fate: 'cleaned' }) as const),
  ];
}
