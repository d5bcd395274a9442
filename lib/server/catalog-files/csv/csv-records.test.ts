import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBlocks } from '../blocks.ts';
import { inPieces } from '../testing/read-all.ts';
import { type CsvRecord, readCsvRecords } from './csv-records.ts';

async function read(text: string, { block = 64_000, delimiter = ',', rowBytes = 100_000 } = {}) {
  const found: CsvRecord[] = [];
  const blocks = inBlocks(inPieces(Buffer.from(text)), block);
  for await (const record of readCsvRecords(blocks, { delimiter, rowBytes })) found.push(record);
  return found;
}

/** "2–3: a|b" for cells in lines 2 to 3, "4: open_quote" for a broken one. */
const shown = (record: CsvRecord) => {
  const lines = record.from === record.to ? record.from : `${record.from}–${record.to}`;
  return `${lines}: ${record.kind === 'cells' ? record.cells.join('|') : record.why}`;
};

describe('the records of a delimited file', () => {
  it('are those that csv-parse reads, however the bytes arrive', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', '\n', 'a\r\nb', ',', ' x', 'ü'));
    const row = fc.tuple(fc.constant('key'), cell, cell);
    const options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, block) => {
          const text = stringify(rows, options);
          const records = await read(text, { block });
          const cells = records.map((record) =>
            record.kind === 'cells' ? record.cells : record.why,
          );
          expect(cells).toEqual(parse(text));
        },
      ),
    );
  });

  it.each([
    {
      name: 'lines are counted with those that are blank, and those inside a cell',
      text: 'a,b\n1,2\n\n\n3,"x\ny"\n5,6',
      expected: ['1: a|b', '2: 1|2', '5–6: 3|x\ny', '7: 5|6'],
    },
    {
      name: 'lines may end as on Windows and as on old Macs',
      text: 'a,b\r\n1,2\r\n3,4\r',
      expected: ['1: a|b', '2: 1|2', '3: 3|4'],
    },
    {
      name: 'a carriage return alone ends a line too',
      text: 'a,b\r1,2\r3,4',
      expected: ['1: a|b', '2: 1|2', '3: 3|4'],
    },
    {
      name: 'a quote that is left open costs its line only',
      text: 'a,b,c\n1,"2,3\n4,5,6\n7,8,9\n',
      expected: ['1: a|b|c', '2: open_quote', '3: 4|5|6', '4: 7|8|9'],
    },
    {
      name: 'a quote that is left open does not take the next quoted cell with it',
      text: 'a,b,c\n1,"2,3\n4,"5",6\n7,8,9\n',
      expected: ['1: a|b|c', '2: stray_quote', '3: 4|5|6', '4: 7|8|9'],
    },
    {
      name: 'a quote inside a quoted cell of several lines costs all of them',
      text: 'a,b,c\n1,"<p>x</p>\n<p class="q">y</p>\nz",3\n7,8,9\n',
      expected: ['1: a|b|c', '2–4: stray_quote', '5: 7|8|9'],
    },
    {
      name: 'a quote that closes in a later line by chance is noticed by the number of cells',
      text: 'a,b,c\n1,"2,3\n4,5,"6"\n7,8,9\n',
      expected: ['1: a|b|c', '2: stray_quote', '3: 4|5|6', '4: 7|8|9'],
    },
    {
      name: 'a quote in the middle of a plain cell is only a letter',
      text: 'a,b\n1,5" wide\n2,x\n',
      expected: ['1: a|b', '2: 1|5" wide', '3: 2|x'],
    },
    {
      name: 'a space before a quoted cell is overlooked',
      text: 'a,b,c\n1, "x, y" ,3\n',
      expected: ['1: a|b|c', '2: 1|x, y|3'],
    },
    {
      name: 'lines that have too few or too many cells are told as they are',
      text: 'a,b\n1\n1,2,3\n4,5\n',
      expected: ['1: a|b', '2: 1', '3: 1|2|3', '4: 4|5'],
    },
  ])('$name', async ({ text, expected }) => {
    expect((await read(text)).map(shown)).toEqual(expected);
    expect((await read(text, { block: 7 })).map(shown)).toEqual(expected);
  });

  it('find an open quote though the rest of a large file would fit into it', async () => {
    const line = `${'x'.repeat(50)},2\n`;
    const text = `a,b\n1,"2\n${line.repeat(5_000)}`;
    const records = await read(text, { rowBytes: 10_000 });
    expect(records.slice(0, 3).map((one) => one.kind)).toEqual(['cells', 'broken', 'cells']);
    expect(records).toHaveLength(5_002);
    expect(records.at(-1)).toMatchObject({ kind: 'cells', from: 5_002 });
  });

  it('pass over a line that never ends', async () => {
    const text = `a,b\n${'x'.repeat(300_000)}\n1,2\n`;
    expect((await read(text, { rowBytes: 1_000 })).map(shown)).toEqual([
      '1: a|b',
      '2: too_long',
      '3: 1|2',
    ]);
  });

  it.each(['"', '""', '"""', '"a""', 'x"', '",'])(
    'come to an end in a file of nothing but %s',
    async (line) => {
      const records = await read(`a,b\n${`${line}\n`.repeat(300)}`, { rowBytes: 5_000 });
      expect(records.at(-1)?.to).toBeLessThanOrEqual(301);
    },
  );
});
