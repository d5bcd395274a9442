import { describe, expect, it } from 'vitest';
import { inBlocks, peekBlock } from './blocks.ts';
import { decodeFile } from './encoding.ts';
import { inPieces } from './testing/read-all.ts';

async function decoded(bytes: Uint8Array, block = 64_000) {
  const { head, all } = await peekBlock(inBlocks(inPieces(bytes, 3), block));
  const file = decodeFile(head, all);
  let text = '';
  for await (const one of file.blocks) text += one.toString('utf8');
  return { text, encoding: file.encoding() };
}

const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const words = 'Größe;Écru;€ 5;红;👗';

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(words), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`), 'utf-8'],
    ['UTF-16, small end first', utf16(words), 'utf-16le'],
    ['UTF-16, big end first', utf16(words).swap16(), 'utf-16be'],
  ])('is told: %s', async (_, bytes, encoding) => {
    expect(await decoded(bytes)).toEqual({ text: words, encoding });
  });

  it('is what Excel on Windows writes where it cannot be UTF-8', async () => {
    const bytes = Buffer.from('Gr\xf6\xdfe;\x80 5;\x96;caf\xe9', 'latin1');
    expect(await decoded(bytes)).toEqual({ text: 'Größe;€ 5;–;café', encoding: 'windows-1252' });
  });

  it('may show late', async () => {
    const ascii = 'a'.repeat(1_000);
    const bytes = Buffer.from(`${ascii}\xfc`, 'latin1');
    expect(await decoded(bytes, 64)).toEqual({ text: `${ascii}ü`, encoding: 'windows-1252' });
  });

  it.each([1, 2, 3, 5])('is the same when letters are cut in blocks of %i bytes', async (block) => {
    expect((await decoded(Buffer.from(`abc ${words}`), block)).text).toBe(`abc ${words}`);
  });

  it('stays UTF-8 with a few damaged letters', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Größe, Écru, '),
      Buffer.from([0xe4]),
      Buffer.from(' x'),
    ]);
    expect(await decoded(bytes)).toEqual({ text: 'Größe, Écru, \ufffd x', encoding: 'utf-8' });
  });

  it('is what an XML file says', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Gr\xf6\xdfe</a>';
    expect((await decoded(Buffer.from(xml, 'latin1'))).text).toContain('Größe');
  });
});
