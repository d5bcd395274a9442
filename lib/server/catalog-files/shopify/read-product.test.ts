import { describe, expect, it } from 'vitest';
import { readAll } from '../testing/read-all.ts';

const read = async (...lines: string[]) => (await readAll(lines.join('\n'))).items;

const cdn = 'https://cdn.example';

describe('a product of Shopify', () => {
  it('becomes one garment a colour, with its sizes', async () => {
    const items = await read(
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price',
      'shirt,Linen shirt,Size,S,Colour,Blue,BS,49.00',
      'shirt,,,S,,Red,RS,49.00',
      'shirt,,,M,,Blue,BM,52.00',
      'shirt,,,L,,Blue,BL,49.00',
    );
    expect(items).toMatchObject([
      {
        importKey: 'shirt#blue',
        style: 'shirt',
        title: 'Linen shirt',
        colour: 'Blue',
        lines: { from: 2, to: 5 },
        price: { minor: 4900, currency: null },
        variants: [
          { size: 'S', sku: 'BS', price: null },
          { size: 'M', sku: 'BM', price: { minor: 5200 } },
          { size: 'L', sku: 'BL', price: null },
        ],
      },
      {
        importKey: 'shirt#red',
        style: 'shirt',
        colour: 'Red',
        variants: [{ size: 'S', sku: 'RS' }],
      },
    ]);
  });

  it('says so when a size is left without a price that the others have', async () => {
    const [item] = await read(
      'Handle,Title,Option1 Name,Option1 Value,Variant Price',
      'shirt,Linen shirt,Size,S,49.00',
      'shirt,,,M,',
    );
    expect(item?.variants).toMatchObject([{ price: null }, { price: null }]);
    expect(item?.problems).toEqual([
      {
        severity: 'warning',
        line: 3,
        column: 'Variant Price',
        message: 'There is no price for this size; it costs 49.00 like the others.',
      },
    ]);
  });

  it('is one garment where it has no colours, and other options make up the size', async () => {
    const items = await read(
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value',
      'jeans,Jeans,Waist,W28,Length,L30',
      'jeans,,,W28,,L32',
      'cap,Cap,Title,Default Title,,',
    );
    expect(
      items.map(({ importKey, variants }) => [importKey, variants?.map(({ size }) => size)]),
    ).toEqual([
      ['jeans', ['W28 / L30', 'W28 / L32']],
      ['cap', ['']],
    ]);
    expect(items[0]).not.toHaveProperty('colour');
  });

  it('knows a colour option by what it is linked to, in any language', async () => {
    const items = await read(
      'URL handle,Title,Option1 name,Option1 value,Option1 Linked To',
      'a,Ada,Värv,Must,product.metafields.shopify.color-pattern',
    );
    expect(items[0]).toMatchObject({ importKey: 'a#must', colour: 'Must' });
  });

  it('takes the colour from a column of its own where there is no option', async () => {
    const header = 'Color (product.metafields.shopify.color-pattern)';
    const items = await read(`Handle,Title,${header}`, 'a,Ada,navy', 'b,Bea,navy; rust');
    expect(items.map(({ importKey, colour }) => [importKey, colour])).toEqual([
      ['a', 'navy'],
      ['b', undefined],
    ]);
  });

  it('gives each colour its own pictures first, and those of nobody to all', async () => {
    const items = await read(
      'Handle,Title,Option1 Name,Option1 Value,Image Src,Image Position,Image Alt Text,Variant Image',
      `a,Ada,Color,Blue,${cdn}/detail.jpg,3,Detail,${cdn}/1.jpg`,
      `a,,,Light Blue,${cdn}/1.jpg,1,Front,${cdn}/2.jpg`,
      `a,,,,${cdn}/2.jpg,2,,`,
      `a,,,,${cdn}/3.jpg,4,"Light blue, back",`,
      `a,,,,${cdn}/ada_blue_worn.jpg?v=1,5,,`,
    );
    expect(items.map(({ pictures }) => pictures?.map(({ url }) => url.split('/').at(-1)))).toEqual([
      ['1.jpg', 'detail.jpg', 'ada_blue_worn.jpg?v=1'],
      ['2.jpg', 'detail.jpg', '3.jpg'],
    ]);
    expect(items[0]?.pictures?.[0]).toEqual({ url: `${cdn}/1.jpg`, alt: 'Front' });
  });

  it.each([
    ['active', 'TRUE', 'ACTIVE'],
    ['Active', 'FALSE', 'DRAFT'],
    ['draft', 'TRUE', 'DRAFT'],
    ['archived', 'TRUE', 'ARCHIVED'],
    ['unlisted', 'TRUE', 'DRAFT'],
    ['', '', 'ACTIVE'],
    ['', 'FALSE', 'DRAFT'],
  ])('with status "%s" and published "%s" is %s', async (status, published, expected) => {
    const [item] = await read(
      'Handle,Title,Body (HTML),Variant Price,Status,Published',
      `a,Ada,,,${status},${published}`,
    );
    expect(item?.status).toBe(expected);
  });

  it('counts what nobody counts as there', async () => {
    const [item] = await read(
      'Handle,Title,Option1 Name,Option1 Value,Variant Inventory Tracker,Variant Inventory Qty',
      'a,Ada,Size,S,,0',
      'a,,,M,,',
      'a,,,L,shopify,',
      'a,,,XL,shopify,0',
    );
    expect(item?.variants?.map(({ stock }) => stock)).toEqual([1, 1, undefined, 0]);
  });

  it('is nothing to try on when it is a gift card, whatever it is called', async () => {
    const [item] = await read('Handle,Title,Variant Price,Gift Card', 'a,“Ada”,50,TRUE');
    expect(item?.category).toEqual({ value: null, because: 'product_type' });
  });
});
