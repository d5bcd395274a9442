import { readdirSync } from 'node:fs';
import path from 'node:path';

const app = path.join(import.meta.dirname, '../../app');

/** Every page of the app by its folder, as in `garments/[slug]`; the home page is the empty one. */
export function pageRoutes(): string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep))
    .filter((parts) => parts.at(-1) === 'page.tsx')
    .map((parts) => parts.slice(0, -1).filter((part) => !/^\(.*\)$/.test(part)))
    .map((parts) => parts.join('/'))
    .sort();
}
