import 'server-only';
import { StringDecoder } from 'node:string_decoder';
import { nextTag } from './xml-tags.ts';

/**
 * The records of a feed: the `<item>`s of RSS, the `<entry>`s of Atom. They are cut out of the stream
 * one at a time, since a feed does not fit into memory; what is in one is for a parser to say.
 */
export type XmlRecord =
  | { kind: 'record'; number: number; xml: string }
  | { kind: 'broken'; number: number; why: 'too_long' | 'not_closed' };

const isRecord = (name: string) => /^(?:[^:]+:)?(item|entry)$/.test(name);

/** @param recordLength in letters; also how much is held to find the end of a comment */
export async function* readXmlRecords(
  blocks: AsyncIterable<Buffer>,
  recordLength: number,
): AsyncGenerator<XmlRecord> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  let number = 0;
  /** The record that is being read begins with what is held; what is before `seen` was looked at. */
  let open: string | null = null;
  let seen = 0;

  function* cut(isEnd: boolean): Generator<XmlRecord> {
    for (;;) {
      const tag = nextTag(held, seen, isEnd);
      if (typeof tag === 'number') {
        seen = tag;
        if (!open) {
          held = held.slice(seen);
          seen = 0;
        }
        const isTooLong = held.length > recordLength;
        if (open && (isTooLong || isEnd)) {
          yield { kind: 'broken', number, why: isTooLong ? 'too_long' : 'not_closed' };
          open = null;
        }
        if (!isTooLong) return;
        held = held.slice(Math.max(seen, 1));
        seen = 0;
        continue;
      }
      seen = tag.end;
      if (isRecord(tag.name) && tag.kind !== 'closes') {
        if (open) yield { kind: 'broken', number, why: 'not_closed' };
        held = held.slice(tag.start);
        seen = tag.end - tag.start;
        open = tag.name;
        number += 1;
      }
      if (open === tag.name && tag.kind !== 'opens') {
        // A copy: a slice would keep all that is held now in memory for as long as any value of it.
        yield { kind: 'record', number, xml: Buffer.from(held.slice(0, seen)).toString() };
        held = held.slice(seen);
        seen = 0;
        open = null;
      }
    }
  }

  for await (const block of blocks) {
    held += decoder.write(block);
    yield* cut(false);
  }
  held += decoder.end();
  yield* cut(true);
}
