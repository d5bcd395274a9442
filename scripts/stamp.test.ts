import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOfFiles, readStamp, writeStamp } from './stamp.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'stamp-'));
  mkdirSync(path.join(root, 'app/shop'), { recursive: true });
  writeFileSync(path.join(root, 'app/page.tsx'), 'page');
  writeFileSync(path.join(root, 'app/shop/list.ts'), 'list');
  writeFileSync(path.join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = () => hashOfFiles(root, ['app', 'lock.json'], (file) => file.endsWith('.test.ts'));

it('is the same for the same bytes, whatever the dates of the files say', () => {
  const before = hash();
  utimesSync(path.join(root, 'app/page.tsx'), 1, 1);
  expect(hash()).toBe(before);
});

it('changes with a byte, a name and a new file', () => {
  const seen = new Set([hash()]);
  writeFileSync(path.join(root, 'app/shop/list.ts'), 'lisp');
  seen.add(hash());
  writeFileSync(path.join(root, 'app/shop/more.ts'), '');
  seen.add(hash());
  rmSync(path.join(root, 'app/shop/more.ts'));
  writeFileSync(path.join(root, 'app/shop/others.ts'), '');
  seen.add(hash());
  expect(seen.size).toBe(4);
});

it('does not change with what is left out or absent', () => {
  const before = hash();
  writeFileSync(path.join(root, 'app/page.test.ts'), 'test');
  expect(hash()).toBe(before);
  expect(hashOfFiles(root, ['app', 'lock.json', 'not-there'])).not.toBe('');
});

it('tells where one file ends and the next begins', () => {
  writeFileSync(path.join(root, 'app/page.tsx'), 'pagelist');
  writeFileSync(path.join(root, 'app/shop/list.ts'), '');
  const joined = hash();
  writeFileSync(path.join(root, 'app/page.tsx'), 'page');
  writeFileSync(path.join(root, 'app/shop/list.ts'), 'list');
  expect(hash()).not.toBe(joined);
});

it('reads back the stamp that was written, and none where there is no file', () => {
  const file = path.join(root, 'made/for/it/stamp');
  expect(readStamp(file)).toBeUndefined();
  writeStamp(file, 'abc');
  expect(readStamp(file)).toBe('abc');
});
