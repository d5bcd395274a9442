import { openCatalogFile } from '#lib/server/catalog-files/open-catalog-file.ts';
import type { Findings, Row } from './report.ts';

/** Catalog files as they stream, and the most memory that it takes: a big file must cost no more. */
const ROWS = 10_000;
const BYTES = 200_000_000;
const SIZES = ['XS', 'S', 'M', 'L', 'XL'];
const BATCH = 200;

interface Shape {
  before: string;
  row: (n: number) => string;
  after: string;
}

const description = `<p>Cut wide and made of &amp; with ${'soft cotton, '.repeat(20)}</p>`;

const shopify: Shape = {
  before:
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Image Position,Image Alt Text,Status\n',
  row: (n) => {
    const product = Math.floor(n / 10);
    const isFirst = n % 10 === 0;
    const colour = n % 10 < 5 ? 'Blue' : 'Red';
    const said = isFirst
      ? `Shirt dress ${product},"${description}",Halden,Dresses,"new, summer",TRUE,Color,${colour},Size`
      : `,,,,,,,${colour},`;
    return `dress-${product},${said},${SIZES[n % 5]},SKU-${n},shopify,${n % 9},${40 + (n % 3)}.90,https://cdn.example/${n}.jpg,${(n % 10) + 1},${colour},${isFirst ? 'active' : ''}\n`;
  },
  after: '',
};

const feedXml: Shape = {
  before: '<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n',
  row: (n) =>
    `<item><g:id>${n}</g:id><g:item_group_id>dress-${Math.floor(n / 5)}</g:item_group_id><title>Shirt dress – ${SIZES[n % 5]}</title><g:description><![CDATA[${description}]]></g:description><link>https://shop.example/${n}?a=1&amp;b=2</link><g:image_link>https://cdn.example/${n}.jpg</g:image_link><g:availability>in_stock</g:availability><g:price>49.90 EUR</g:price><g:size>${SIZES[n % 5]}</g:size><g:color>Blue</g:color><g:google_product_category>2271</g:google_product_category></item>\n`,
  after: '</channel></rss>\n',
};

const feedText: Shape = {
  before:
    'id\titem_group_id\ttitle\tdescription\tlink\timage_link\tavailability\tprice\tsize\tcolor\tgoogle_product_category\n',
  row: (n) =>
    `${n}\tdress-${Math.floor(n / 5)}\tShirt dress – ${SIZES[n % 5]}\t${description}\thttps://shop.example/${n}\thttps://cdn.example/${n}.jpg\tin_stock\t49.90 EUR\t${SIZES[n % 5]}\tBlue\t2271\n`,
  after: '',
};

interface Fed {
  rows: number;
  bytes: number;
}

async function* feed(shape: Shape, fed: Fed, most: Partial<Fed>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(shape.before);
  while (fed.rows < (most.rows ?? Number.POSITIVE_INFINITY) && fed.bytes < (most.bytes ?? BYTES)) {
    const rows = Array.from({ length: BATCH }, (_, i) => shape.row(fed.rows + i));
    const chunk = Buffer.from(rows.join(''));
    fed.rows += BATCH;
    fed.bytes += chunk.length;
    yield chunk;
  }
  yield Buffer.from(shape.after);
}

async function read(shape: Shape, most: Partial<Fed>): Promise<Row> {
  globalThis.gc?.();
  const fed: Fed = { rows: 0, bytes: 0 };
  const before = process.memoryUsage.rss();
  let peak = before;
  let garments = 0;
  const startedAt = performance.now();
  const limits = { garments: 1_000_000 };
  const file = await openCatalogFile(feed(shape, fed, most), { currency: 'EUR', limits });
  if (file.kind !== 'readable')
    throw new Error(`The file is not readable: ${JSON.stringify(file)}`);
  for await (const entry of file.entries()) {
    if (entry.kind === 'problem') throw new Error(entry.problem.message);
    if (entry.item.problems.length > 0) throw new Error(entry.item.problems[0]?.message);
    garments += 1;
    if (garments % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    rows: fed.rows,
    garments,
    MB: fed.bytes / 1e6,
    seconds,
    'rows/s': fed.rows / seconds,
    'MB/s': fed.bytes / 1e6 / seconds,
    'peak RSS MB': peak / 1e6,
    'more MB than before': (peak - before) / 1e6,
  };
}

export async function benchCatalog(): Promise<Findings> {
  const few = { rows: ROWS };
  const many = { bytes: BYTES };
  // The first time is for warming up.
  await read(shopify, few);
  const tables = [
    {
      title: 'catalog files, read to garments',
      rows: {
        'Shopify CSV, 10,000 rows': await read(shopify, few),
        'Google TSV, 10,000 rows': await read(feedText, few),
        'Google XML, 10,000 rows': await read(feedXml, few),
        'Shopify CSV, 200 MB': await read(shopify, many),
        'Google TSV, 200 MB': await read(feedText, many),
        'Google XML, 200 MB': await read(feedXml, many),
      },
    },
  ];
  return { tables };
}
