import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolderStore } from './folder-store.ts';
import type { FileRecord, Store } from './store.ts';

let folder = '';
let open: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-store-'));
});
afterEach(async () => {
  for (const store of open) await store.close();
  open = [];
  rmSync(folder, { recursive: true });
});

async function start(): Promise<Store> {
  const store = await openFolderStore(folder);
  open.push(store);
  return store;
}
async function startAgain(): Promise<Store> {
  await open.pop()?.close();
  return start();
}

const journal = () => path.join(folder, 'journal.jsonl');
const blobs = () => readdirSync(path.join(folder, 'blobs'));
const bytes = (text: string) => Buffer.from(text);
const account = (credits: number) => ({ accounts: [{ key: 'e1fd68fa', credits }] });
const file = (store: Store, name: string, text: string): FileRecord => ({
  path: `/assets/${name}.png`,
  blob: store.blobs.put(bytes(text)),
  size: text.length,
  contentType: 'image/png',
  expiresAt: 1,
  special: null,
});

describe('a folder', () => {
  it('has the last word on everything after another start', async () => {
    const store = await start();
    const first = file(store, 'first', 'a');
    const second = file(store, 'second', 'b');
    store.write(() => ({ files: [first, second], ...account(10) }));
    store.write(() => ({ goneFiles: [first.path], ...account(9), clockOffset: 5 }));
    const again = await startAgain();
    expect(again.kept()).toEqual({ jobs: [], files: [second], ...account(9), clockOffset: 5 });
    expect(again.blobs.get(second.blob)).toEqual(bytes('b'));
  });

  it('forgets a change that was cut off while it was written, and only that', async () => {
    const store = await start();
    store.write(() => account(9));
    appendFileSync(journal(), '{"accounts":[{"key":"e1fd6');
    expect((await startAgain()).kept()).toMatchObject(account(9));
    open[0]?.write(() => account(8));
    expect((await startAgain()).kept()).toMatchObject(account(8));
  });

  it('keeps equal bytes once, until the last claim to them is dropped', async () => {
    const { blobs: kept } = await start();
    const name = kept.put(bytes('same'));
    expect(kept.put(bytes('same'))).toBe(name);
    expect(blobs()).toEqual([name]);
    kept.drop(name);
    expect(kept.get(name)).toEqual(bytes('same'));
    kept.drop(name);
    expect(kept.get(name)).toBeUndefined();
    expect(blobs()).toEqual([]);
  });

  it('tidies up bytes that nothing claims, and no file that is not its own', async () => {
    const before = await start();
    const kept = file(before, 'kept', 'kept');
    before.blobs.put(bytes('lost in a crash'));
    before.write(() => ({ files: [kept] }));
    writeFileSync(path.join(folder, 'blobs/holiday.jpg'), 'mine');
    const store = await startAgain();
    store.blobs.hold(kept.blob);
    store.tidy();
    expect(blobs().sort()).toEqual([kept.blob, 'holiday.jpg'].sort());
  });

  it('does not grow for ever', async () => {
    const store = await start();
    const padding = 'x'.repeat(1024 * 1024);
    for (let credits = 0; credits < 20; credits += 1) {
      store.write(() => ({ accounts: [{ key: padding, credits }] }));
    }
    expect(readFileSync(journal()).byteLength).toBeLessThan(12 * 1024 * 1024);
    expect((await startAgain()).kept().accounts).toEqual([{ key: padding, credits: 19 }]);
  });

  it('forgets everything when it is told to', async () => {
    const store = await start();
    const kept = file(store, 'kept', 'kept');
    store.write(() => ({ files: [kept], ...account(1) }));
    store.clear();
    expect(blobs()).toEqual([]);
    expect((await startAgain()).kept()).toEqual({
      jobs: [],
      files: [],
      accounts: [],
      clockOffset: 0,
    });
  });
});

describe('a folder is refused', () => {
  it('while another sandbox has it', async () => {
    await start();
    await expect(openFolderStore(folder)).rejects.toThrow('in use by another sandbox');
  });

  it('while another sandbox has it, however deep it lies', async () => {
    const deep = path.join(folder, 'deep'.repeat(30));
    const store = await openFolderStore(deep);
    await expect(openFolderStore(deep)).rejects.toThrow('in use by another sandbox');
    await store.close();
    await (await openFolderStore(deep)).close();
  });

  it('when it holds something else', async () => {
    writeFileSync(path.join(folder, 'thesis.txt'), 'text');
    await expect(openFolderStore(folder)).rejects.toThrow('holds something else');
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  it.each([
    ['another version wrote it', '{"format":0}\n', 'was not written by this version'],
    ['a line of it is damaged', '{"format":1}\n{"acc\n{"goneJobs":[]}\n', 'is damaged'],
  ])('when %s, and left as it is', async (_case, text, words) => {
    writeFileSync(journal(), text);
    await expect(openFolderStore(folder)).rejects.toThrow(words);
    expect(readFileSync(journal(), 'utf8')).toBe(text);
    rmSync(journal());
    await start();
  });
});
