import { describe, expect, it } from 'vitest';
import { inBlocks } from '../blocks.ts';
import { inPieces } from '../testing/read-all.ts';
import { readXmlRecords } from './xml-records.ts';
import { DoctypeFound } from './xml-tags.ts';
import { readXmlValues } from './xml-values.ts';

async function read(xml: string, { block = 64_000, length = 10_000 } = {}) {
  const found: string[] = [];
  const blocks = inBlocks(inPieces(Buffer.from(xml)), block);
  for await (const record of readXmlRecords(blocks, length)) {
    found.push(`${record.number} ${record.kind === 'record' ? record.xml : record.why}`);
  }
  return found;
}

describe('the records of a feed', () => {
  it.each([
    {
      name: 'are its items or entries, whatever is around them',
      xml: '<rss><channel><title>x</title><item><a/></item> <item n="1>2"/></channel></rss>',
      expected: ['1 <item><a/></item>', '2 <item n="1>2"/>'],
    },
    {
      name: 'may have a prefix',
      xml: '<f:feed><f:entry>ü</f:entry></f:feed>',
      expected: ['1 <f:entry>ü</f:entry>'],
    },
    {
      name: 'are not looked for in comments, CDATA and instructions',
      xml: '<r><!-- <item> --><?x <item>?><item><![CDATA[</item><item>]]></item></r>',
      expected: ['1 <item><![CDATA[</item><item>]]></item>'],
    },
    {
      name: 'are told where one is not closed, and the next is read',
      xml: '<r><item><a>1</a><item><b>2</b></item></r>',
      expected: ['1 not_closed', '2 <item><b>2</b></item>'],
    },
    {
      name: 'are told where the file ends in one',
      xml: '<r><item><a>1</a></item><item><b>',
      expected: ['1 <item><a>1</a></item>', '2 not_closed'],
    },
    { name: 'are not other elements', xml: '<r><items/><itemized/></r>', expected: [] },
  ])('$name', async ({ xml, expected }) => {
    expect(await read(xml)).toEqual(expected);
    expect(await read(xml, { block: 4 })).toEqual(expected);
  });

  it('are passed over where one is too long', async () => {
    const xml = `<r><item>${'<a>x</a>'.repeat(5_000)}</item><item>2</item></r>`;
    expect(await read(xml, { block: 1_000, length: 5_000 })).toEqual([
      '1 too_long',
      '2 <item>2</item>',
    ]);
  });

  it('come to an end where a comment does not', async () => {
    expect(await read(`<r><!-- ${'x'.repeat(50_000)}`, { block: 1_000, length: 5_000 })).toEqual(
      [],
    );
    expect(await read('<'.repeat(20_000), { block: 1_000, length: 5_000 })).toEqual([]);
  });

  it('are not read from a document that declares entities', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><r><item>&a;</item></r>';
    await expect(read(bomb, { block: 5 })).rejects.toThrow(DoctypeFound);
  });
});

describe('the values of a record', () => {
  it('are told by the path of their element', () => {
    const xml = `<item id="1"><title>A &amp; B &#252;</title><g:l>1</g:l><g:l>2</g:l>
      <g:shipping><g:country>DE</g:country></g:shipping><link href="https://x.example/?a=1&amp;b"/>
      <d><![CDATA[<b>x</b> &amp;]]></d><e/></item>`;
    expect(Object.fromEntries(readXmlValues(xml))).toEqual({
      title: 'A & B ü',
      'g:l': '1',
      'g:l[2]': '2',
      'g:shipping/g:country': 'DE',
      'link/@href': 'https://x.example/?a=1&b',
      d: '<b>x</b> &amp;',
      e: '',
    });
  });

  it.each(['<item><a>x</b></item>', '<item>Tom & Jerry</item>', '<item><a></item>'])(
    'are not guessed where it is not well-formed: %s',
    (xml) => {
      expect(() => readXmlValues(xml)).toThrow();
    },
  );

  it('have no entities but those of XML', () => {
    expect(readXmlValues('<item><a>&nbsp;&lt;</a></item>').get('a')).toBe('&nbsp;<');
  });
});
