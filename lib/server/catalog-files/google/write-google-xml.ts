import 'server-only';
import { XMLBuilder } from 'fast-xml-parser';
import type { Cell } from '../size-table/line.ts';
import { type CatalogItems, surveyItems } from '../survey-items.ts';
import { attributeOf, googleDialect } from './attributes.ts';
import { type GoogleWriting, writeGoogleLines } from './write-lines.ts';

const namespaces: Record<string, string> = {
  g: 'http://base.google.com/ns/1.0',
  c: 'http://base.google.com/cns/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
});

/**
 * A feed for Google Merchant Center as RSS 2.0.
 * @param headers elements of the feed that the garments came from, whose names are then kept
 */
export async function* writeGoogleXml(
  items: CatalogItems,
  {
    title,
    headers: given = [],
    ...writing
  }: GoogleWriting & { title: string; headers?: readonly string[] },
): AsyncGenerator<string> {
  const dialect = googleDialect('xml', writing.currency);
  const { headers } = await surveyItems(items);
  const isFeeds = [...given, ...headers].some((header) => header.includes(':'));
  const prefixes = new Set(['g', ...headers.flatMap(prefixesIn)]);
  const declared = [...prefixes]
    .map((prefix) => ` xmlns:${prefix}="${namespaces[prefix] ?? `urn:feed:${prefix}`}"`)
    .join('');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"${declared}>\n<channel>\n`;
  yield `${builder.build([{ title: [{ '#text': writable(title) }] }])}\n`;
  for await (const item of items()) {
    const lines = writeGoogleLines(item, dialect, (attribute) => `g:${attribute}`, writing);
    yield lines
      .map((cells) => {
        const named = cells.map(({ header, text }) => ({
          header: elementName(header, isFeeds),
          text,
        }));
        return `${builder.build([{ item: treeOf(named) }])}\n`;
      })
      .join('');
  }
  yield '</channel>\n</rss>\n';
}

const prefixesIn = (path: string): string[] =>
  path
    .split('/')
    .map((name) => /^@?([A-Za-z_][\w.-]*):/.exec(name)?.[1])
    .filter((prefix) => prefix !== undefined);

/** Columns of a table become attributes of Google's: a custom label is `g:custom_label_0`. */
function elementName(header: string, isFeeds: boolean): string {
  const steps = header.split('/');
  if (isFeeds && steps.every((step) => /^@?[A-Za-z_][\w.:-]*(\[\d+\])?$/.test(step))) return header;
  const name = attributeOf(header).replace(/[^\w.-]+/g, '_');
  return `g:${/^[a-z_]/.test(name) ? name : `_${name}`}`;
}

interface Branch {
  name: string;
  time: number;
  text: string;
  attributes: Record<string, string>;
  children: Map<string, Branch>;
}

/** From paths to elements inside one another; what comes several times stands in the order of its numbers. */
function treeOf(cells: readonly Cell[]): object[] {
  const root = branch('', 1);
  for (const { header, text } of cells) {
    let at = root;
    for (const step of header.split('/')) {
      if (step.startsWith('@')) {
        at.attributes[step.slice(1)] = writable(text);
        continue;
      }
      const [, name = step, time = '1'] = /^(.*?)(?:\[(\d+)\])?$/.exec(step) ?? [];
      const next = at.children.get(step) ?? branch(name, Number(time));
      at.children.set(step, next);
      at = next;
    }
    if (!header.includes('@')) at.text = writable(text);
  }
  return nodesOf(root);
}

const branch = (name: string, time: number): Branch => ({
  name,
  time,
  text: '',
  attributes: {},
  children: new Map(),
});

function nodesOf({ children }: Branch): object[] {
  const byName = Map.groupBy(children.values(), ({ name }) => name);
  return [...byName.values()].flatMap((same) =>
    same
      .toSorted((a, b) => a.time - b.time)
      .map((one) => ({
        [one.name]: [...(one.text === '' ? [] : [{ '#text': one.text }]), ...nodesOf(one)],
        ...(Object.keys(one.attributes).length > 0 && { ':@': one.attributes }),
      })),
  );
}

/** Without what XML cannot write: control characters, and halves of letters. */
const writable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (letter) =>
      letter >= '\u0080' && letter < '\ufffe' ? letter : '\t\n\r'.includes(letter) ? letter : '',
    );
