import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const PAGE = 'app/design/page.dev.tsx';

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import\()\s*['"]([#.][^'"]+)['"]/g)];
  return specifiers.map(([, specifier = '']) =>
    specifier.startsWith('#')
      ? specifier.slice(1)
      : path.posix.join(path.posix.dirname(file), specifier),
  );
}

/** All that the page is made of, through its sections and the primitives. */
function reachedFrom(start: string): Set<string> {
  const seen = new Set<string>();
  const rest = [start];
  for (let file = rest.pop(); file; file = rest.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    rest.push(...importsOf(file).filter((next) => next.startsWith('components/')));
  }
  return seen;
}

describe('the design page', () => {
  const primitives = readdirSync(path.join(root, 'components/ui'))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `components/ui/${name}`);

  it('shows every primitive, so that a new one cannot be forgotten', () => {
    const reached = reachedFrom(PAGE);
    expect(primitives.length).toBeGreaterThan(20);
    expect(primitives.filter((file) => !reached.has(file))).toEqual([]);
  });

  it('shows each that other components use by itself, and not only as a part of another', () => {
    const shown = new Set([...reachedFrom(PAGE)].filter(inDesign).flatMap(importsOf));
    const used = new Set(
      sources('components')
        .filter((file) => !isPrimitive(file))
        .flatMap(importsOf),
    );
    const hidden = primitives.filter(
      (file) => file.endsWith('.tsx') && used.has(file) && !shown.has(file),
    );
    expect(hidden).toEqual([]);
  });
});

const inDesign = (file: string) => file === PAGE || file.startsWith('components/design/');
const isPrimitive = (file: string) => file.startsWith('components/ui/');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name));
}
