import 'server-only';
import { Parser } from 'htmlparser2';

const breaking = new Set(
  (
    'address article blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ' +
    'main ol p pre section table tr ul'
  ).split(' '),
);
/** Those that stand apart from what is before and after them. */
const apart = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p table ul'.split(' '));
const silent = new Set(
  'head iframe noscript object script style svg template title video'.split(' '),
);

const BULLET = '• ';

const looksLikeHtml = /<\/?[a-z][^<>]*>|<!--|&(#\d+|#x[\da-f]+|[a-z]\w*);/i;

/** What a description says, without its markup. Text that has none is only trimmed. Never for showing as HTML. */
export function htmlToText(html: string): string {
  if (!looksLikeHtml.test(html)) return html.replace(/\r\n?/g, '\n').trim();
  const lines: string[] = [];
  let line = '';
  let muted = 0;
  const endLine = (blankAfter: boolean) => {
    if (line === BULLET) return;
    if (line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    if (blankAfter && lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  const parser = new Parser({
    onopentag(name) {
      if (silent.has(name)) muted += 1;
      else if (breaking.has(name)) endLine(apart.has(name));
      else if (name === 'br') endLine(line === '');
      if (name === 'li') line = BULLET;
    },
    onclosetag(name) {
      if (silent.has(name)) muted -= 1;
      else if (breaking.has(name)) endLine(apart.has(name));
      else if (name === 'td' || name === 'th') line += ' ';
    },
    ontext(piece) {
      if (muted > 0) return;
      const words = piece.replace(/\s+/g, ' ');
      line += line === '' || line.endsWith(' ') ? words.trimStart() : words;
    },
  });
  parser.write(html);
  parser.end();
  endLine(false);
  return lines.join('\n').trim();
}

/** Text as a description in HTML, so that `htmlToText` gives it back. Most text is that already. */
export function textToHtml(text: string): string {
  if (htmlToText(text) === text) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
