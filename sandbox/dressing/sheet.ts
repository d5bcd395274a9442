import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import sharp, { type OverlayOptions } from 'sharp';
import { type Category, createDresser } from '../dresser.ts';

const USAGE = `Dresses every person in every garment and puts the pictures on one sheet, to be judged by eye.

  node sandbox/dressing/sheet.ts --out sheet.webp --person a.jpg --person b.jpg \\
    --top tee.webp --bottom jeans.webp --dress dress.webp

  Each of --person, --top, --bottom and --dress may be given more than once.
`;

const CELL = { width: 240, height: 320 };
const GAP = 6;

const list = { type: 'string', multiple: true, default: [] as string[] } as const;
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    person: list,
    top: list,
    bottom: list,
    dress: list,
    help: { type: 'boolean', default: false },
  },
});
const { out, person: people } = values;
const garments: { file: string; category: Category }[] = [
  ...values.top.map((file) => ({ file, category: 'Upper body' as const })),
  ...values.bottom.map((file) => ({ file, category: 'Lower body' as const })),
  ...values.dress.map((file) => ({ file, category: 'Dress' as const })),
];
if (values.help || !out || people.length === 0 || garments.length === 0) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const pictures: OverlayOptions[] = [];
const place = async (picture: Uint8Array, column: number, row: number): Promise<void> => {
  pictures.push({
    input: await sharp(picture)
      .resize({ ...CELL, fit: 'cover' })
      .toBuffer(),
    left: GAP + column * (CELL.width + GAP),
    top: GAP + row * (CELL.height + GAP),
  });
};

const dresser = createDresser();
for (const [column, file] of people.entries()) await place(await readFile(file), column + 1, 0);
for (const [row, { file, category }] of garments.entries()) {
  const garment = await readFile(file);
  await place(garment, 0, row + 1);
  for (const [column, person] of people.entries()) {
    const photo = await readFile(person);
    const answer = await dresser.dress({ photo, garment, category, seed: 1 });
    if (answer.ok) await place(answer.jpeg, column + 1, row + 1);
    else console.error(`${person} in ${file}: ${answer.error}`);
  }
}
await dresser.close();
await sharp({
  create: {
    width: GAP + (people.length + 1) * (CELL.width + GAP),
    height: GAP + (garments.length + 1) * (CELL.height + GAP),
    channels: 3,
    background: '#ffffff',
  },
})
  .composite(pictures)
  .toFile(out);
