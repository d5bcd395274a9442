import 'server-only';
import { isAscii, isUtf8 } from 'node:buffer';

/** `utf-8` also stands for plain ASCII. Others are those that an XML file names itself. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | (string & {});

export interface DecodedFile {
  /** UTF-8, without its mark. */
  blocks: AsyncGenerator<Buffer>;
  /** How it was read so far: a file may only show after megabytes that it is not UTF-8. */
  encoding: () => TextEncodingName;
}

const marks: [encoding: TextEncodingName, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Makes UTF-8 of it. A mark at the beginning decides, or an XML declaration; without either it is
 * UTF-8, unless its first letters beyond ASCII say otherwise: then it is what Excel on Windows writes.
 */
export function decodeFile(head: Buffer, all: () => AsyncGenerator<Buffer>): DecodedFile {
  const mark = marks.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  const declared = /^\s*<\?xml[^>]*?encoding=["']([\w-]+)["']/.exec(
    head.toString('latin1', 0, 200),
  );
  const named = mark?.[0] ?? known(declared?.[1]);
  if (named && named !== 'utf-8') {
    return { blocks: reencode(all(), new TextDecoder(named)), encoding: () => named };
  }
  let encoding: TextEncodingName | null = named ?? null;
  return {
    encoding: () => encoding ?? 'utf-8',
    blocks: (async function* () {
      const utf8 = new TextDecoder('utf-8');
      const windows = new TextDecoder('windows-1252');
      let held: Buffer = Buffer.alloc(0);
      for await (const block of all()) {
        const bytes = held.length > 0 ? Buffer.concat([held, block]) : block;
        encoding ??= tellEncoding(bytes);
        if (encoding === 'windows-1252') {
          held = Buffer.alloc(0);
          yield Buffer.from(windows.decode(bytes));
          continue;
        }
        const complete = completeLength(bytes);
        held = bytes.subarray(complete);
        const whole = bytes.subarray(0, complete);
        yield withoutMark(isUtf8(whole) ? whole : Buffer.from(utf8.decode(whole)));
      }
      if (held.length > 0) {
        encoding ??= 'windows-1252';
        yield Buffer.from((encoding === 'utf-8' ? utf8 : windows).decode(held));
      }
    })(),
  };
}

/** Null while there is only ASCII. A damaged file may have both; what there is more of counts. */
function tellEncoding(bytes: Buffer): TextEncodingName | null {
  if (isAscii(bytes)) return null;
  const whole = bytes.subarray(0, completeLength(bytes));
  if (isUtf8(whole)) return isAscii(whole) ? null : 'utf-8';
  const text = whole.toString('utf8');
  let good = 0;
  let bad = 0;
  for (const [letter] of text.matchAll(/[^\0-\x7f]/gu)) {
    if (letter === '\ufffd') bad += 1;
    else good += 1;
  }
  return good >= bad ? 'utf-8' : 'windows-1252';
}

/** Up to where no letter is cut in two. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needs > 0) return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const withoutMark = (bytes: Buffer) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

async function* reencode(
  blocks: AsyncGenerator<Buffer>,
  decoder: TextDecoder,
): AsyncGenerator<Buffer> {
  for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function known(label: string | undefined): TextEncodingName | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
