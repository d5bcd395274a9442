import 'server-only';

const begins = (head: Buffer, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
const beginsText = (head: Buffer, text: string) =>
  head.toString('latin1', 0, text.length).toLowerCase() === text;

const kinds: [is: (head: Buffer) => boolean, says: string][] = [
  [(head) => head.length === 0, 'The file is empty. Export it once more and choose that one.'],
  [
    (head) =>
      begins(head, 0x50, 0x4b) && /xl\/|\[Content_Types\]\.xml/.test(head.toString('latin1')),
    'This is an Excel file. Save it as CSV first.',
  ],
  [
    (head) => begins(head, 0x50, 0x4b) && head.includes('opendocument.spreadsheet'),
    'This is a LibreOffice file. Save it as CSV first.',
  ],
  [
    (head) => begins(head, 0x50, 0x4b) && /Index\/|\.iwa/.test(head.toString('latin1')),
    'This is a Numbers file. Export it as CSV first.',
  ],
  [
    (head) => begins(head, 0x50, 0x4b),
    'This is a ZIP archive. Unpack it, and choose the CSV or XML file in it.',
  ],
  [
    (head) => begins(head, 0xd0, 0xcf, 0x11, 0xe0),
    'This is an old Excel file (.xls). Save it as CSV first.',
  ],
  [
    (head) => begins(head, 0x1f, 0x8b),
    'This is a compressed file (gzip). Unpack it, and choose the file in it.',
  ],
  [(head) => beginsText(head, '%pdf'), 'This is a PDF. Export the catalog as CSV or XML.'],
  [
    (head) =>
      begins(head, 0xff, 0xd8, 0xff) ||
      begins(head, 0x89, 0x50, 0x4e, 0x47) ||
      beginsText(head, 'gif8'),
    'This is a picture. Choose the CSV or XML file of the catalog.',
  ],
  [
    (head) => /^\s*<(!doctype\s+html|html)[\s>]/i.test(withoutMark(head)),
    'This is a web page, not a catalog. If it came from a link, the link may ask for a sign-in.',
  ],
  [
    (head) => /^\s*(\{|\[\s*[{\]])/.test(withoutMark(head)),
    'This is a JSON file. Export the catalog as CSV or XML.',
  ],
  [(head) => beginsText(head, '{\\rtf'), 'This is a text document (RTF). Save it as plain CSV.'],
];

/** What a file is that is no catalog, with the way out; null for what may be one. */
export function tellOtherFile(head: Buffer): string | null {
  const kind = kinds.find(([is]) => is(head));
  if (kind) return kind[1];
  const hasMark = begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff);
  const zeros = hasMark ? 0 : head.subarray(0, 4096).filter((byte) => byte === 0).length;
  if (zeros > Math.min(head.length, 4096) / 100) {
    return 'This is not a text file. Export the catalog as CSV (UTF-8) or XML.';
  }
  return /\S/.test(withoutMark(head))
    ? null
    : 'The file has nothing but blank lines. Export it once more and choose that one.';
}

const withoutMark = (head: Buffer) => head.toString('latin1', 0, 4096).replace(/^ï»¿/, '');
