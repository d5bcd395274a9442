import { describe, expect, it } from 'vitest';
import { openCatalogFile } from './open-catalog-file.ts';
import type { OpenOptions } from './opened-file.ts';
import { inPieces, readAll } from './testing/read-all.ts';

const open = (file: string | Uint8Array, options: Partial<OpenOptions> = {}) =>
  openCatalogFile(inPieces(Buffer.from(file)), { currency: 'EUR', ...options });

/** Everything that is wrong with a file, each as "line column severity: sentence". */
async function problemsOf(file: string | Uint8Array, options: Partial<OpenOptions> = {}) {
  const { items, problems } = await readAll(file, options);
  return [...items.flatMap((item) => item.problems), ...problems].map(
    ({ line, column, severity, message }) => `${line} ${column} ${severity}: ${message}`,
  );
}

const shopify = (...rows: string[]) =>
  [
    'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price,Image Src,Status',
    ...rows,
  ].join('\n');

describe('a file that is no catalog', () => {
  const zip = (inside: string) => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(inside)]);

  it.each([
    ['an Excel file', zip('xl/workbook.xml'), 'This is an Excel file. Save it as CSV first.'],
    ['another ZIP', zip('products.csv'), 'This is a ZIP archive.'],
    ['LibreOffice', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'LibreOffice'],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old Excel file'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'This is a PDF.'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'compressed file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'This is a picture.'],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>'), 'This is a web page'],
    ['JSON', Buffer.from('{"products": []}'), 'This is a JSON file.'],
    ['bytes', Buffer.alloc(200), 'This is not a text file.'],
    ['nothing', Buffer.alloc(0), 'The file is empty.'],
    ['blank lines', Buffer.from('\n \n'), 'nothing but blank lines'],
    ['XML that is no feed', Buffer.from('<orders><order/></orders>'), 'There are no products'],
    ['a DOCTYPE', Buffer.from('<!DOCTYPE r [<!ENTITY a "b">]><r/>'), 'declares a DOCTYPE'],
    [
      'a text',
      Buffer.from('# Fitting Room\n\nTry it on, at home.\n'),
      'one column only, “# Fitting Room”',
    ],
    ['one column', Buffer.from('Title\nAda\nBea\n'), 'This does not look like a table'],
    [
      'a text with a comma in its first line',
      Buffer.from('Dear Ada, hello\n\nhere is the list.\nIt is long, very, very long.\nBea'),
      'most of its lines do not have the 2 cells of its first line',
    ],
    ['too many columns', Buffer.from('x,'.repeat(600)), 'at most 500 columns are read'],
  ])('is told by name: %s', async (_, bytes, sentence) => {
    const file = await open(bytes);
    expect(file).toMatchObject({ kind: 'refused' });
    expect(file.kind === 'refused' && file.problem.message).toContain(sentence);
  });

  it.each([
    ['shopify', 'URL handle'],
    ['google_tsv', 'id'],
  ] as const)('is told when it is said to be %s and is not', async (format, header) => {
    const file = await open('name,cost\nAda,3', { format });
    expect(file.kind === 'refused' && file.problem.message).toContain(`“${header}” is missing`);
  });
});

describe('the source of a file', () => {
  async function closedBy(use: (chunks: AsyncIterable<Uint8Array>) => Promise<unknown>) {
    let isClosed = false;
    async function* chunks() {
      try {
        for (let i = 0; ; i += 1)
          yield Buffer.from(i === 0 ? 'Handle,Title,Body (HTML)\n' : `a${i},Ada,\n`.repeat(9_999));
      } finally {
        isClosed = true;
      }
    }
    await use(chunks());
    return isClosed;
  }

  it('is closed when it is refused, and when the entries are left', async () => {
    const tooNarrow = { currency: 'EUR', limits: { columns: 2 } };
    expect(await closedBy((chunks) => openCatalogFile(chunks, tooNarrow))).toBe(true);
    const isClosed = await closedBy(async (chunks) => {
      const file = await openCatalogFile(chunks, { currency: 'EUR' });
      if (file.kind === 'readable') for await (const _ of file.entries()) break;
    });
    expect(isClosed).toBe(true);
  });
});

describe('the format of a file', () => {
  it.each([
    ['Handle,Title,Variant Price\na,Ada,3', 'shopify'],
    ['\ufeffTitle;URL handle;Price\nAda;a;3', 'shopify'],
    ['id\ttitle\timage link\tavailability\n1\tAda\t\tin_stock', 'google_tsv'],
    ['<rss><item><g:id>1</g:id><title>Ada</title></item></rss>', 'google_xml'],
    ['Garment,Title,Kind,Size,Price\na,Ada,DRESS,S,3', 'own'],
  ])('is told by its headers: %s', async (text, format) => {
    expect(await open(text)).toMatchObject({ kind: 'readable', format });
  });

  it('is asked for when it is unknown, with a proposal and samples', async () => {
    expect(
      await open('Artikel-Nr;Bezeichnung;VK brutto;Lager\n1;Kleid;49,90;A\n2;Hose;;B'),
    ).toEqual({
      kind: 'needs_mapping',
      headers: ['Artikel-Nr', 'Bezeichnung', 'VK brutto', 'Lager'],
      columns: [
        { header: 'Artikel-Nr', field: 'key', samples: ['1', '2'] },
        { header: 'Bezeichnung', field: 'title', samples: ['Kleid', 'Hose'] },
        { header: 'VK brutto', field: 'price', samples: ['49,90'] },
        { header: 'Lager', field: 'stock', samples: ['A', 'B'] },
      ],
    });
  });

  it('is asked for also when lines are shorter or longer by blank cells', async () => {
    const text = 'Nr;Was;VK;Lager\n1;Kleid\n2;Hose;9;;;\n3;Rock;9;1\n';
    expect(await open(text)).toMatchObject({ kind: 'needs_mapping' });
    expect(await open('Nr;Was;VK\n')).toMatchObject({ kind: 'needs_mapping' });
  });

  it.each([
    [{ b: 'title' }, '“b” is not in this file'],
    [{ a: 'colour' }, 'which column has the title'],
    [{ a: 'title', c: 'title' }, 'cannot both be “Title”: “a” and “c”'],
  ] as const)('is asked for again when %j does not do', async (mapping, sentence) => {
    const file = await open('a,c\n1,2', { mapping });
    expect(file.kind === 'refused' && file.problem.message).toContain(sentence);
  });
});

describe('what is wrong in a file', () => {
  it.each([
    {
      name: 'a price that is none keeps the garment out',
      rows: ['a,Ada,,Size,S,3,free,,'],
      expected: ['2 Variant Price error: “free” is no price. Write it like 49.90.'],
    },
    {
      name: 'a stock below nothing',
      rows: ['a,Ada,,Size,S,-2,9,,'],
      expected: [
        '2 Variant Inventory Qty warning: There cannot be “-2” of something; it counts as sold out.',
      ],
    },
    {
      name: 'a stock that is no number',
      rows: ['a,Ada,,Size,S,some,9,,'],
      expected: [
        '2 Variant Inventory Qty warning: “some” is no whole number; it was left out. Write how many there are, like 12.',
      ],
    },
    {
      name: 'a size that is there twice',
      rows: ['a,Ada,,Size,S,1,9,,', 'a,,,,M,1,9,,', 'a,,,,S,1,9,,'],
      expected: [
        '4 Option1 Value error: The size “S” is in line 2 already. Remove one of the two, or give them different sizes.',
      ],
    },
    {
      name: 'a title that is too long',
      rows: [`a,${'x'.repeat(130)},,Size,S,1,9,,`],
      expected: [
        `2 Title error: The title “${'x'.repeat(57)}…” has 130 characters; at most 120 fit. Shorten it.`,
      ],
    },
    {
      name: 'no title',
      rows: ['a,,,Size,S,1,9,,'],
      expected: ['2 Title error: It has no title. Give it one.'],
    },
    {
      name: 'a picture without a web address',
      rows: ['a,Ada,,Size,S,1,9,C:\\a.jpg,'],
      expected: [
        '2 Image Src warning: “C:\\a.jpg” is no web address of a picture; it was left out. It has to begin with https://.',
      ],
    },
    {
      name: 'a status that is none',
      rows: ['a,Ada,,Size,S,1,9,,on sale'],
      expected: [
        '2 Status warning: “on sale” is no status; it was left out. Write active, draft or archived.',
      ],
    },
    {
      name: 'a cell that a spreadsheet would calculate',
      rows: ['a,"=HYPERLINK(""http://x.example"")",,Size,S,1,9,,'],
      expected: [
        '2 Title warning: “=HYPERLINK("http://x.example")” looks like a formula. It is kept as text and never calculated.',
      ],
    },
    {
      name: 'NUL characters',
      rows: ['a,A\0da,,Size,S,1,9,,'],
      expected: ['2 Title warning: There are NUL characters in “A\0da”; they were left out.'],
    },
    {
      name: 'too many cells',
      rows: ['a,Ada,,Size,S,1,9,,active,49,90'],
      expected: [
        '2 null error: This line has 11 cells, the header has 9: “49 90” has no column. Put a value with a separator in it between quotes.',
      ],
    },
    {
      name: 'too few cells',
      rows: ['a,Ada,,Size,S'],
      expected: [
        '2 null warning: This line has 5 of 9 cells; those missing at its end were read as blank. If it was cut off, export the file again.',
      ],
    },
    {
      name: 'a quote that is left open, with the garment whose line it is',
      rows: ['a,Ada,,Size,S,1,9,,', 'a,,"<p>,,M,1,9,,', 'b,Bea,,Size,S,1,9,,'],
      expected: [
        '3 null error: A quote that opens in this line is never closed: “a,,"<p>,,M,1,9,,”. Close it, or double a quote that belongs to the text.',
      ],
    },
    {
      name: 'a line without a handle',
      rows: [',Ada,,Size,S,1,9,,'],
      expected: [
        '2 Handle error: The column “Handle” is blank, so it is not known which garment this line belongs to.',
      ],
    },
  ])('$name', async ({ rows, expected }) => {
    expect(await problemsOf(shopify(...rows))).toEqual(expected);
  });

  it('a cell of a size that nobody wrote by hand', async () => {
    const [problem] = await problemsOf(shopify(`a,Ada,${'x'.repeat(100_001)},Size,S,1,9,,`));
    expect(problem).toMatch(/^2 Body \(HTML\) error: This cell has 101 kB; at most 100 are read/);
  });

  it('headers and nothing else', async () => {
    expect(await problemsOf(shopify())).toEqual([
      '1 null error: There is nothing in this file but its headers.',
    ]);
  });

  it('an encoding that had to be guessed', async () => {
    const file = Buffer.from(shopify('a,Gr\xfcn,,Size,S,1,9,,'), 'latin1');
    expect((await readAll(file)).items[0]?.title).toBe('Grün');
    expect(await problemsOf(file)).toEqual([expect.stringContaining('read as Windows-1252')]);
  });

  it('letters that were lost', async () => {
    const [problem] = await problemsOf(shopify('a,Gr\ufffdn,,Size,S,1,9,,'));
    expect(problem).toContain('Some letters could not be read and show as �: “Gr�n”');
  });

  it('nothing but broken lines', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `a${i},"x"y,,,,,,,`);
    const { problems } = await readAll(shopify(...rows), { limits: { brokenLines: 10 } });
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)?.message).toBe(
      '10 lines cannot be read, so the rest was left out. Export the file again.',
    );
  });

  it('a record that is no XML, and the next is read', async () => {
    const feed = `<rss><item><g:id>1</g:id><title>Tom & Jerry</title></item><item><g:id>2</g:id><title>Ada dress</title></item></rss>`;
    const { items, problems } = await readAll(feed);
    expect(items.map(({ title }) => title)).toEqual(['Ada dress']);
    expect(problems).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringContaining('no well-formed XML') }),
    ]);
  });
});

describe('cells and columns', () => {
  it('say nothing where they are not there, and clear where they are blank', async () => {
    const { items } = await readAll('Handle,Title,Type,Tags,Variant Price\na,Ada,,,');
    expect(items[0]).toMatchObject({ productType: '', tags: [], price: null });
    expect(items[0]).not.toHaveProperty('description');
    expect(items[0]).not.toHaveProperty('pictures');
    expect(items[0]).not.toHaveProperty('variants');
  });

  it('have a name each, even where the file has none or the same twice', async () => {
    const file = await open('Handle,Title,Note,Note,,Variant Price\na,Ada,1,2,3,9');
    expect(file).toMatchObject({
      headers: ['Handle', 'Title', 'Note', 'Note (2)', 'Column 5', 'Variant Price'],
    });
  });
});
