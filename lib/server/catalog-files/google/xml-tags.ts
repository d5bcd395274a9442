import 'server-only';

export interface Tag {
  /** With its prefix, if it has one. */
  name: string;
  kind: 'opens' | 'closes' | 'empty';
  start: number;
  end: number;
}

/** A document that declares entities can make any text of any size: none of it is read. */
export class DoctypeFound extends Error {
  override name = 'DoctypeFound';
}

const tagAt = /<(\/?)([\p{L}_][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/uy;
/** What may become a tag with what comes after it. */
const beginningAt = /<\/?(?:[\p{L}_][^\s/>]*(?:[^>"']|"[^"]*"|'[^']*')*(?:"[^"]*|'[^']*)?)?$/uy;
/** What has another beginning than a tag, and where it ends. */
const others = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const LONGEST_BEGINNING = 9;

/**
 * The next tag in a piece of a document. What a comment or a CDATA section has in it is none.
 * @returns a position where there is no whole tag: from there on the piece has to be seen with more
 */
export function nextTag(text: string, from: number, isEnd: boolean): Tag | number {
  let at = text.indexOf('<', from);
  while (at >= 0) {
    if (!isEnd && text.length - at < LONGEST_BEGINNING) return at;
    if (/^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + LONGEST_BEGINNING)))
      throw new DoctypeFound();
    const other = others.find(([begins]) => text.startsWith(begins, at));
    if (other) {
      const end = text.indexOf(other[1], at + other[0].length);
      if (end < 0) return isEnd ? text.length : at;
      at = text.indexOf('<', end + other[1].length);
      continue;
    }
    tagAt.lastIndex = at;
    const [whole, slash, name] = tagAt.exec(text) ?? [];
    if (whole !== undefined && name !== undefined) {
      const kind = slash ? 'closes' : whole.endsWith('/>') ? 'empty' : 'opens';
      return { name, kind, start: at, end: at + whole.length };
    }
    beginningAt.lastIndex = at;
    if (!isEnd && beginningAt.test(text)) return at;
    at = text.indexOf('<', at + 1);
  }
  return text.length;
}
