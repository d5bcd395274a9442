import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import { createRoom, readBody } from './read-body.ts';
import { readUploadForm, UPLOAD_LIMITS } from './read-upload-form.ts';

const BOUNDARY = '----boundary-of-a-form-0123456789';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

type Part = { head: string; body: string | Uint8Array };
const filePart = (body: string | Uint8Array = 'picture', filename = 'a.jpg'): Part => ({
  head: `Content-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: image/jpeg`,
  body,
});
const fieldPart = (name: string, body: string): Part => ({
  head: `Content-Disposition: form-data; name="${name}"`,
  body,
});

function formOf(parts: Part[], boundary = BOUNDARY): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ head, body }) => [
      Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function requestOf(
  body: Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string> = { 'content-type': TYPE },
): Request {
  const sent = body instanceof ReadableStream ? body : new Uint8Array(body);
  const init = { method: 'POST', headers, body: sent, duplex: 'half' };
  return new Request('http://shop.example/api/photos', init);
}

/** `code: message`, or `file` when it was taken. */
async function outcomeOf(request: Request, limits = UPLOAD_LIMITS, from = 'here'): Promise<string> {
  try {
    return Buffer.from((await readUploadForm(request, from, limits)).bytes).toString();
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const BROKEN = 'invalid_input: The upload did not arrive whole.';
const NO_UPLOAD = 'invalid_input: Send the picture as multipart/form-data.';

describe('an upload', () => {
  it('is the file and the fields beside it', async () => {
    const form = await readUploadForm(
      requestOf(formOf([fieldPart('consentVersion', '3'), filePart()])),
      'here',
    );
    expect(Buffer.from(form.bytes).toString()).toBe('picture');
    expect([form.field('consentVersion'), form.field('nothing'), form.field('file')]).toEqual([
      '3',
      '',
      '',
    ]);
  });

  it.each([
    '../../etc/passwd',
    'a.php',
    'C:\\\\fakepath\\\\a.jpg',
    'a.jpg%00.php',
    `${'x'.repeat(1_000)}.jpg`,
    '',
    '<script>.svg',
    'con',
  ])('is taken whatever its file is called: %j', async (name) => {
    expect(await outcomeOf(requestOf(formOf([filePart('picture', name)])))).toBe('picture');
  });

  it.each([
    ['words', 'text/plain'],
    ['an address', 'application/x-www-form-urlencoded'],
    ['JSON', 'application/json'],
    ['another kind of parts', 'multipart/mixed; boundary=x'],
    ['a kind that only begins so', 'multipart/form-data-x; boundary=x'],
    ['nothing', ''],
  ])('is not what calls itself %s', async (_name, type) => {
    expect(await outcomeOf(requestOf(formOf([filePart()]), { 'content-type': type }))).toBe(
      NO_UPLOAD,
    );
  });

  it.each([
    ['without a boundary', 'multipart/form-data'],
    ['with an empty one', 'multipart/form-data; boundary='],
    ['with two', `${TYPE}; boundary=another-boundary-0123456789012`],
    ['with one that is too long', `multipart/form-data; boundary=${'b'.repeat(71)}`],
    ['with one of odd letters', 'multipart/form-data; boundary="a\tb;c"'],
    [
      'with another than its parts have',
      'multipart/form-data; boundary=another-boundary-0123456789012',
    ],
  ])('is broken %s', async (_name, type) => {
    expect(await outcomeOf(requestOf(formOf([filePart()]), { 'content-type': type }))).toBe(BROKEN);
  });

  it('has one file and no more', async () => {
    expect(await outcomeOf(requestOf(formOf([filePart('one'), filePart('two')])))).toBe(
      'invalid_input: Please send one picture at a time.',
    );
    expect(await outcomeOf(requestOf(formOf([fieldPart('file', 'words'), filePart()])))).toBe(
      'invalid_input: Please send one picture at a time.',
    );
    const none = 'invalid_input: There is no picture in it.';
    expect(await outcomeOf(requestOf(formOf([fieldPart('file', 'words')])))).toBe(none);
    expect(await outcomeOf(requestOf(formOf([fieldPart('photo', 'words')])))).toBe(none);
  });

  it('has a few parts and not ten thousand', async () => {
    const fields = Array.from({ length: 10_000 }, (_, n) => fieldPart(`f${n}`, ''));
    expect(await outcomeOf(requestOf(formOf([...fields, filePart()])))).toBe(BROKEN);
  });

  it.each([
    ['lines', 'X: y\r\n'.repeat(2_000)],
    ['one long line', `X: ${'y'.repeat(10_000)}\r\n`],
    ['no end', ''],
  ])('has a head of a few lines, and not of %s', async (name, lines) => {
    const { head, body } = filePart();
    const form =
      name === 'no end'
        ? Buffer.from(`--${BOUNDARY}\r\n${head}\r\n`)
        : formOf([{ head: `${lines}${head}`, body }]);
    expect(await outcomeOf(requestOf(form))).toBe(BROKEN);
  });

  it.each([0.1, 0.5, 0.9, 0.99])('is broken when %d of it came', async (share) => {
    const whole = formOf([filePart('x'.repeat(1_000))]);
    expect(await outcomeOf(requestOf(whole.subarray(0, whole.length * share)))).toBe(BROKEN);
  });

  it('says so when it is too large, before it is read and while it is', async () => {
    const tooLarge = 'too_large: The file is larger than 20 MB. Please choose a smaller picture.';
    const headers = { 'content-type': TYPE, 'content-length': '99999999' };
    expect(await outcomeOf(requestOf(formOf([filePart()]), headers))).toBe(tooLarge);
    // The header lies, and there is no end.
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const small = { 'content-type': TYPE, 'content-length': '10' };
    expect(await outcomeOf(requestOf(endless, small))).toBe(tooLarge);
    expect(sent).toBeLessThan(25_000_000);
  });

  it('comes in time, and not drop by drop', async () => {
    const slow =
      'invalid_input: The upload took too long. Please try again where the connection is better.';
    const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    expect(await outcomeOf(requestOf(silent), { ...UPLOAD_LIMITS, silenceMs: 20 })).toBe(slow);
    let cancelled = false;
    const dripping = new ReadableStream<Uint8Array>({
      pull: (controller) =>
        new Promise((resolve) =>
          setImmediate(() => {
            if (!cancelled) controller.enqueue(new Uint8Array(1));
            resolve();
          }),
        ),
      cancel: () => {
        cancelled = true;
      },
    });
    expect(await outcomeOf(requestOf(dripping), { ...UPLOAD_LIMITS, totalMs: 60 })).toBe(slow);
    expect(cancelled).toBe(true);
  });

  it('waits outside while others fill the memory, and finds it free again', async () => {
    const limits = { ...UPLOAD_LIMITS, room: createRoom(3_000, 1) };
    const form = formOf([filePart('x'.repeat(1_000))]);
    let finish = () => {};
    const held = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(2_500));
        finish = () => controller.close();
      },
    });
    const first = outcomeOf(requestOf(held), limits);
    // The first has its place as soon as its piece was read.
    await new Promise(setImmediate);
    expect(await outcomeOf(requestOf(form), limits)).toMatch(/^unavailable/u);
    finish();
    expect(await first).toBe(BROKEN);
    expect(await outcomeOf(requestOf(form), limits)).toBe('x'.repeat(1_000));
  });

  it('has room whoever else sends slowly, as one address has a share and no more', async () => {
    const limits = { ...UPLOAD_LIMITS, room: createRoom(10_000, 1 / 4) };
    const form = formOf([filePart('x'.repeat(1_000))]);
    const held = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(2_400)),
    });
    void outcomeOf(requestOf(held), limits, 'a slow one');
    await new Promise(setImmediate);
    expect(await outcomeOf(requestOf(form), limits, 'a slow one')).toMatch(/^unavailable/u);
    expect(await outcomeOf(requestOf(form), limits, 'somebody else')).toBe('x'.repeat(1_000));
  });

  it('takes its room until it was read and copied', async () => {
    const room = createRoom(10_000, 1);
    const body = requestOf(new Uint8Array(6_000)).body;
    if (!body) throw new Error('There is a body.');
    await readBody(body, 'here', { ...UPLOAD_LIMITS, room }, async () => {
      expect(room.take('there', 6_000)).toBe(false);
    });
    expect(room.take('there', 6_000)).toBe(true);
  });

  it('is a file or a refusal, whatever is sent', async () => {
    const whole = formOf([fieldPart('consentVersion', '3'), filePart()]);
    const changes = fc.array(
      fc.tuple(
        fc.nat(whole.length),
        fc.nat(8),
        fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          fc.constant(Buffer.from(`\r\n--${BOUNDARY}\r\n`)),
        ),
      ),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = [...whole];
        for (const [at, removed, put] of all) bytes.splice(at, removed, ...put);
        expect(typeof (await outcomeOf(requestOf(Uint8Array.from(bytes))))).toBe('string');
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect(await outcomeOf(requestOf(bytes))).toMatch(/^invalid_input/u);
      }),
      { numRuns: 500 },
    );
  });
});
