import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Category, createDresser } from '../dresser.ts';

const USAGE = `Dresses one picture, to be judged by eye.

  node sandbox/dressing/try.ts --photo person.jpg --garment top.webp --category "Upper body" --out out.jpg

  --category  "Upper body" (default), "Lower body" or "Dress"
  --seed      a whole number; another one lets the cloth fall a little differently
`;

const { values } = parseArgs({
  options: {
    photo: { type: 'string' },
    garment: { type: 'string' },
    category: { type: 'string', default: 'Upper body' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const categories: readonly Category[] = ['Upper body', 'Lower body', 'Dress'];
const category = categories.find((name) => name === values.category);
if (values.help || !values.photo || !values.garment || !values.out || !category) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const dresser = createDresser();
const answer = await dresser.dress({
  photo: await readFile(values.photo),
  garment: await readFile(values.garment),
  category,
  seed: Number(values.seed),
});
await dresser.close();
if (!answer.ok) {
  console.error(answer.error);
  process.exit(1);
}
await writeFile(values.out, answer.jpeg);
console.log(`${values.out}: ${answer.width}×${answer.height}`);
