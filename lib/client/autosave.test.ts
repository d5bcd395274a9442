import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Autosave,
  accepted,
  changedFields,
  chosen,
  type FieldRules,
  outrun,
  refusedFields,
  seen,
  sent,
  startAutosave,
  typed,
  unanswered,
  unsent,
} from './autosave.ts';

interface Fields {
  title: string;
  price: string;
  order: string;
}
type Field = keyof Fields;

const meaning = (field: Field, value: unknown) =>
  field === 'price' ? String(Number(String(value).replace(',', '.'))) : String(value).trim();
const rules: FieldRules<Fields> = {
  isSame: (field, one, other) => meaning(field, one) === meaning(field, other),
};
const nothingHeld = () => false;
const start: Fields = { title: 'Tee', price: '49.90', order: 'ab' };
const begin = () => startAutosave(start, 5);
const unsentOf = (state: Autosave<Fields>) => unsent(state, rules, nothingHeld);
const sendAll = (state: Autosave<Fields>) => sent(state, unsentOf(state) ?? {});
const down = { reason: 'No answer.', passes: true };

describe('a form that saves itself', () => {
  it('sends what has changed in meaning, and one request at a time', () => {
    const state = typed(begin(), { title: 'Tee ', price: '49,9' });
    expect(unsentOf(state)).toBeNull();
    const changed = typed(state, { title: 'Boxy tee' });
    expect(unsentOf(changed)).toEqual({ title: 'Boxy tee' });
    expect(unsentOf(typed(sendAll(changed), { price: '50' }))).toBeNull();
  });

  it('keeps what is typed while a request is under way, as it is typed', () => {
    let state = sendAll(typed(begin(), { price: '50' }));
    state = typed(state, { price: '50,' });
    state = accepted(state, { fields: { ...start, price: '50.00' }, version: 6 }, rules);
    expect(state.draft.price).toBe('50,');
    expect(unsentOf(state)).toBeNull();
    expect(unsentOf(typed(state, { price: '50,5' }))).toEqual({ price: '50,5' });
  });

  it('holds back what is not fit to be sent, and what the server has refused', () => {
    const state = typed(begin(), { title: '', price: '51' });
    expect(unsent(state, rules, (field) => field === 'title')).toEqual({ price: '51' });
    const refused = refusedFields(sendAll(state), new Map([['price', 'Too dear.']] as const));
    expect(unsentOf(refused)).toEqual({ title: '' });
    expect(unsentOf(typed(refused, { title: 'Tee', price: '52' }))).toEqual({ price: '52' });
  });

  it('takes over what only the other side has changed, and keeps what only this one has', () => {
    const mine = typed(begin(), { price: '60' });
    const theirs = { ...start, title: 'Flax tee' };
    const { state, taken } = seen(mine, { fields: theirs, version: 6 }, rules);
    expect(taken).toEqual(['title']);
    expect(state.draft).toEqual({ ...theirs, price: '60' });
    expect(unsentOf(state)).toEqual({ price: '60' });
  });

  it('asks about what both have changed before it sends it', () => {
    const mine = outrun(sendAll(typed(begin(), { title: 'Mine' })));
    const { state } = seen(mine, { fields: { ...start, title: 'Hers' }, version: 6 }, rules);
    expect([...state.disputed]).toEqual(['title']);
    expect(unsentOf(state)).toBeNull();
    expect(unsentOf(chosen(state, 'title', 'mine'))).toEqual({ title: 'Mine' });
    expect(changedFields(chosen(state, 'title', 'theirs'), rules)).toEqual([]);
    // Still open when she goes on.
    const later = seen(state, { fields: { ...start, title: 'Hers too' }, version: 7 }, rules);
    expect([...later.state.disputed]).toEqual(['title']);
  });

  it('does not ask where both changes can be had', () => {
    const both: FieldRules<Fields> = {
      ...rules,
      rebase: (field, { mine, theirs }) => (field === 'order' ? `${mine}${theirs}` : undefined),
    };
    const mine = typed(begin(), { order: 'ba' });
    const { state } = seen(mine, { fields: { ...start, order: 'c' }, version: 6 }, both);
    expect(state.disputed.size).toBe(0);
    expect(state.draft.order).toBe('bac');
  });

  it('knows its own words again when the answer to them was lost', () => {
    let state = unanswered(sendAll(typed(begin(), { title: 'Lost' })), down);
    state = outrun(sendAll(typed(state, { title: 'Lost and found' })));
    const after = seen(state, { fields: { ...start, title: 'Lost' }, version: 6 }, rules).state;
    expect(after.disputed.size).toBe(0);
    expect(unsentOf(after)).toEqual({ title: 'Lost and found' });
  });

  it('goes on from what was made first when it is made a second time', () => {
    let state = startAutosave({ ...start, title: '' }, 0);
    state = unanswered(sendAll(typed(state, { title: 'First' })), down);
    state = sendAll(typed(state, { title: 'Second' }));
    state = accepted(state, { fields: { ...start, title: 'First' }, version: 1 }, rules);
    expect(state.draft.title).toBe('Second');
    expect(unsentOf(state)).toEqual({ title: 'Second' });
  });

  it('does not go back when an older answer comes late', () => {
    const { state } = seen(begin(), { fields: { ...start, title: 'New' }, version: 8 }, rules);
    const late = { fields: { ...start, title: 'Old' }, version: 7 };
    expect(seen(state, late, rules).state).toBe(state);
    expect(accepted(sendAll(state), late, rules).draft.title).toBe('New');
  });
});

const values = ['1', '2', '3'] as const;
const step = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    field: fc.constantFrom<Field>('title', 'price'),
    value: fc.constantFrom(...values),
  }),
  fc.record({ do: fc.constantFrom('send' as const, 'look' as const) }),
  fc.record({
    do: fc.constant('answer' as const),
    how: fc.constantFrom('arrives' as const, 'is lost' as const, 'never begins' as const),
  }),
  fc.record({
    do: fc.constant('choose' as const),
    whose: fc.constantFrom('mine' as const, 'theirs' as const),
  }),
);

/** A server with versions, and somebody who writes to it. */
class Server {
  fields = start;
  version = 5;

  write(version: number, changes: Partial<Fields>): boolean {
    if (version !== this.version) return false;
    this.fields = { ...this.fields, ...changes };
    this.version += 1;
    return true;
  }
}

class Writer {
  state = begin();
  private readonly server: Server;
  /** The version that the request under way was made to. */
  private base = 0;

  constructor(server: Server) {
    this.server = server;
  }

  look(): void {
    this.state = seen(this.state, this.server, rules).state;
  }

  send(): void {
    const changes = unsentOf(this.state);
    if (!changes) return;
    this.base = this.state.version;
    this.state = sent(this.state, changes);
  }

  answer(how: 'arrives' | 'is lost' | 'never begins'): void {
    const { sending } = this.state;
    if (!sending) return;
    const before = this.server.fields;
    if (how !== 'never begins' && this.server.write(this.base, sending)) {
      // Whatever is overwritten has been seen by whoever overwrites it.
      expect(this.state.saved).toMatchObject(
        Object.fromEntries(Object.keys(sending).map((field) => [field, before[field as Field]])),
      );
      if (how === 'arrives') this.state = accepted(this.state, this.server, rules);
    } else if (how === 'arrives') {
      this.state = outrun(this.state);
      this.look();
    }
    if (this.state.sending) this.state = unanswered(this.state, down);
  }

  choose(whose: 'mine' | 'theirs'): void {
    const [field] = this.state.disputed;
    if (field) this.state = chosen(this.state, field, whose);
  }

  settle(): void {
    this.answer('arrives');
    for (let round = 0; round < 4; round += 1) {
      this.look();
      while (this.state.disputed.size > 0) this.choose('mine');
      this.send();
      this.answer('arrives');
    }
  }
}

describe('two forms that save the same thing', () => {
  it('never overwrite what they have not seen, never lose what was typed, and come to agree', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(0, 1), step), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (all) => {
        const server = new Server();
        const writers = [new Writer(server), new Writer(server)];
        for (const [who, what] of all) {
          const writer = writers[who] as Writer;
          const before = writer.state;
          if (what.do === 'type') writer.state = typed(before, { [what.field]: what.value });
          else if (what.do === 'answer') writer.answer(what.how);
          else if (what.do === 'choose') writer.choose(what.whose);
          else writer[what.do]();
          if (what.do === 'type' || what.do === 'choose') continue;
          for (const field of changedFields(before, rules)) {
            expect(writer.state.draft[field], 'what was typed').toBe(before.draft[field]);
          }
        }
        for (const writer of [...writers, ...writers]) writer.settle();
        for (const { state } of writers) {
          expect(state.draft).toEqual(server.fields);
          expect(unsentOf(state)).toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
  });
});
