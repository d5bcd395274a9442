import 'server-only';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { numbered } from './attributes.ts';

const CDATA = '#cdata';
const TEXT = '#text';
const ATTRIBUTES = ':@';

/** Nothing is made of the text but text: no numbers, and no entities but the five of XML, below. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
});

type Node = Record<string, unknown>;

/**
 * What stands in a record, by the path of its element: `g:id`, `g:shipping/g:price`, `link/@href`, and
 * `g:additional_image_link[2]` for what comes again.
 * @throws Error with the parser's own words when the record is not well-formed
 */
export function readXmlValues(xml: string): Map<string, string> {
  const checked = XMLValidator.validate(xml);
  if (checked !== true) throw new Error(checked.err.msg);
  const values = new Map<string, string>();
  const [record] = parser.parse(xml) as Node[];
  if (record) addChildren(record, '', values);
  return values;
}

function addChildren(node: Node, path: string, values: Map<string, string>): void {
  const times = new Map<string, number>();
  for (const child of childrenOf(node)) {
    const name = nameOf(child);
    if (name === undefined || name === TEXT || name === CDATA) continue;
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    const at = `${path}${numbered(name, time)}`;
    const attributes = Object.entries((child[ATTRIBUTES] ?? {}) as Record<string, string>);
    for (const [attribute, text] of attributes) values.set(`${at}/@${attribute}`, decoded(text));
    const before = values.size;
    addChildren(child, `${at}/`, values);
    const text = textOf(child).trim();
    const hasOthers = values.size > before || attributes.length > 0;
    if (text !== '' || !hasOthers) values.set(at, text);
  }
}

const nameOf = (node: Node): string | undefined =>
  Object.keys(node).find((key) => key !== ATTRIBUTES);

function childrenOf(node: Node): Node[] {
  const children = node[nameOf(node) ?? ''];
  return Array.isArray(children) ? (children as Node[]) : [];
}

function textOf(node: Node): string {
  return childrenOf(node)
    .map((child) => {
      if (typeof child[TEXT] === 'string') return decoded(child[TEXT]);
      const [inside] = childrenOf(child);
      return CDATA in child && typeof inside?.[TEXT] === 'string' ? inside[TEXT] : '';
    })
    .join('');
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
        (whole, hex, dec, name) => {
          if (name) return named[name.toLowerCase()] ?? whole;
          const code = hex ? Number.parseInt(hex, 16) : Number(dec);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      )
    : text;
