import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, createAutosaveLoop, type Failure } from './autosave-loop.ts';

interface Fields {
  title: string;
  price: string;
}

const start: Fields = { title: 'Tee', price: '49' };

/** A server that answers when it is told to, and the loop before it. */
function loopTo({ version = 1, canBegin = true } = {}) {
  const requests: {
    changes: Partial<Fields>;
    version: number;
    yes: (answer: Answer<Fields>) => void;
    no: (failure: Failure<Fields>) => void;
  }[] = [];
  const news = vi.fn();
  const taken = vi.fn();
  let newest: Answer<Fields> = { fields: start, version };
  const loop = createAutosaveLoop<Fields, Answer<Fields>>({
    fields: start,
    version,
    rules: { isSame: (_, one, other) => one === other },
    heldFields: ({ title }) => new Set(title === '' ? ['title' as const] : []),
    canBegin: () => canBegin,
    save: (changes, base) =>
      new Promise((yes, no) => requests.push({ changes, version: base, yes, no })),
    load: async () => newest,
    explain: (error) => error as Failure<Fields>,
    onAnswer: news,
    onTaken: (fields) => taken(fields),
  });
  loop.start();
  const answer = async (fields: Partial<Fields>, at: number) => {
    newest = { fields: { ...start, ...fields }, version: at };
    requests.at(-1)?.yes(newest);
    await vi.advanceTimersByTimeAsync(0);
  };
  const refuse = async (failure: Failure<Fields>) => {
    requests.at(-1)?.no(failure);
    await vi.advanceTimersByTimeAsync(0);
  };
  const elsewhere = (fields: Partial<Fields>, at: number) => {
    newest = { fields: { ...start, ...fields }, version: at };
  };
  return { loop, requests, answer, refuse, elsewhere, news, taken };
}

const noAnswer = { kind: 'trouble', trouble: { reason: 'No answer.', passes: true } } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when a form is saved', () => {
  it('waits for a pause in the typing, but not for ever', async () => {
    const { loop, requests } = loopTo();
    loop.type({ title: 'Tee s' });
    await vi.advanceTimersByTimeAsync(800);
    loop.type({ title: 'Tee sh' });
    await vi.advanceTimersByTimeAsync(800);
    expect(requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(requests.map(({ changes }) => changes)).toEqual([{ title: 'Tee sh' }]);

    const restless = loopTo();
    for (let key = 0; key < 12; key += 1) {
      restless.loop.type({ title: `Tee ${key}` });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(restless.requests).toHaveLength(1);
  });

  it('has one request under way, and sends the newest after it', async () => {
    const { loop, requests, answer } = loopTo();
    loop.type({ title: 'One' });
    await vi.advanceTimersByTimeAsync(1_000);
    loop.type({ title: 'Two' });
    loop.type({ title: 'Three' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests).toHaveLength(1);
    await answer({ title: 'One' }, 2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests.at(-1)).toMatchObject({ changes: { title: 'Three' }, version: 2 });
  });

  it('tries again by itself, ever more seldom, however much is typed', async () => {
    const { loop, requests, refuse, answer } = loopTo();
    loop.type({ title: 'One' });
    await vi.advanceTimersByTimeAsync(1_000);
    await refuse(noAnswer);
    expect(loop.get().trouble?.reason).toBe('No answer.');
    loop.type({ title: 'Two' });
    await vi.advanceTimersByTimeAsync(1_900);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(requests).toHaveLength(2);
    await refuse(noAnswer);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_100);
    await answer({ title: 'Two' }, 2);
    expect(loop.get().trouble).toBeNull();
  });

  it('does not ask again for what stays refused, until something is changed', async () => {
    const { loop, requests, refuse } = loopTo();
    loop.type({ title: 'One' });
    await vi.advanceTimersByTimeAsync(1_000);
    await refuse({ kind: 'trouble', trouble: { reason: 'Not yours.', passes: false } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
    loop.type({ title: 'Two' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests).toHaveLength(2);
  });

  it('catches up with somebody who was there first, and sends the rest', async () => {
    const { loop, requests, refuse, elsewhere, taken } = loopTo();
    loop.type({ title: 'Mine' });
    await vi.advanceTimersByTimeAsync(1_000);
    elsewhere({ price: '59' }, 2);
    await refuse({ kind: 'outrun', reason: 'Changed meanwhile.' });
    expect(taken).toHaveBeenCalledWith(['price']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests.at(-1)).toMatchObject({ changes: { title: 'Mine' }, version: 2 });
  });

  it('sends the rest too when what outran it was on the screen before the refusal', async () => {
    const { loop, requests, refuse, elsewhere } = loopTo();
    loop.type({ title: 'Mine' });
    await vi.advanceTimersByTimeAsync(1_000);
    elsewhere({}, 2);
    loop.see({ fields: start, version: 2 });
    loop.type({ price: '59' });
    await refuse({ kind: 'outrun', reason: 'Changed meanwhile.' });
    expect(loop.get().trouble).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests.at(-1)).toMatchObject({
      changes: { title: 'Mine', price: '59' },
      version: 2,
    });
  });

  it('does not go round in circles when nobody was there first after all', async () => {
    const { loop, requests, refuse } = loopTo();
    loop.type({ title: 'Mine' });
    await vi.advanceTimersByTimeAsync(1_000);
    await refuse({ kind: 'outrun', reason: 'This does not go together.' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
    expect(loop.get().trouble).toEqual({ reason: 'This does not go together.', passes: false });
  });

  it('has no trouble any more when nothing is left that could be tried again', async () => {
    const lost = loopTo();
    lost.loop.type({ price: '59' });
    await vi.advanceTimersByTimeAsync(1_000);
    await lost.refuse(noAnswer);
    lost.loop.type({ title: '' });
    // It was written all the same; what is left is not fit to be sent.
    lost.elsewhere({ price: '59' }, 2);
    await vi.advanceTimersByTimeAsync(2_000);
    await lost.refuse({ kind: 'outrun', reason: 'Changed meanwhile.' });
    expect(lost.loop.get()).toMatchObject({ trouble: null, draft: { title: '', price: '59' } });

    const takenBack = loopTo();
    takenBack.loop.type({ title: 'One' });
    await vi.advanceTimersByTimeAsync(1_000);
    await takenBack.refuse(noAnswer);
    takenBack.loop.type({ title: '' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(takenBack.loop.get().trouble).toBeNull();
    expect(takenBack.requests).toHaveLength(1);
  });

  it('sends what it had before where another value may have been written', async () => {
    const { loop, requests, refuse } = loopTo();
    loop.type({ title: 'Te' });
    await vi.advanceTimersByTimeAsync(1_000);
    await refuse(noAnswer);
    loop.type({ title: start.title });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(requests.at(-1)).toMatchObject({ changes: { title: start.title }, version: 1 });
  });

  it('waits for a pause after nothing came of what was typed, too', async () => {
    const { loop, requests } = loopTo();
    loop.type({ title: 'Tees' });
    await vi.advanceTimersByTimeAsync(500);
    loop.type({ title: start.title });
    await vi.advanceTimersByTimeAsync(10_000);
    loop.type({ title: 'T' });
    await vi.advanceTimersByTimeAsync(800);
    expect(requests).toHaveLength(0);
  });

  it('does not go back to an answer that comes after that to a later change', async () => {
    const { loop, requests, news } = loopTo();
    loop.type({ title: 'One' });
    await vi.advanceTimersByTimeAsync(1_000);
    const later = { fields: { title: 'One', price: '59' }, version: 3 };
    loop.see(later);
    requests.at(-1)?.yes({ fields: { title: 'One', price: '49' }, version: 2 });
    await vi.advanceTimersByTimeAsync(0);
    expect(news.mock.calls).toEqual([[later]]);
    expect(loop.get()).toMatchObject({ version: 3, draft: later.fields });
  });

  it('makes a thing only when it can be made', async () => {
    const { loop, requests } = loopTo({ version: 0, canBegin: false });
    loop.type({ title: 'New' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(0);
    expect(await loop.flush()).toBe(true);
  });

  it('sends at once when it is told to, with what came in the meantime', async () => {
    const { loop, requests, answer } = loopTo();
    loop.type({ title: 'One' });
    const flushed = loop.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    loop.type({ price: '50' });
    await answer({ title: 'One' }, 2);
    expect(requests.at(-1)?.changes).toEqual({ price: '50' });
    await answer({ title: 'One', price: '50' }, 3);
    expect(await flushed).toBe(true);
  });

  it('sends what there is when the page is left, and then no more', async () => {
    const { loop, requests, refuse } = loopTo();
    loop.type({ title: 'Last words' });
    const left = loop.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    await refuse(noAnswer);
    expect(await left).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
  });
});
