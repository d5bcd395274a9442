import { describe, expect, it } from 'vitest';
import {
  type Autosave,
  refusedFields,
  seen,
  sent,
  startAutosave,
  typed,
  unanswered,
} from '#lib/client/autosave.ts';
import { checkDraft } from './check-draft.ts';
import { draftRules, emptyDraft, type GarmentDraft } from './garment-draft.ts';
import { needsPerson, saveStateOf } from './save-state.ts';

const rules = draftRules('EUR');
const begun: GarmentDraft = {
  ...emptyDraft,
  title: 'Linen shirt',
  category: 'UPPER_BODY',
  price: '49',
};
const known = () => startAutosave(begun, 2);
const of = (state: Autosave<GarmentDraft>, online = true) =>
  saveStateOf(state, rules, checkDraft(state.draft, 'EUR'), online);

describe('where the saving stands', () => {
  it('is nothing to speak of while nothing was written', () => {
    expect(of(startAutosave(emptyDraft, 0))).toEqual({ kind: 'untouched' });
    expect(of(known())).toEqual({ kind: 'saved' });
    expect(of(typed(known(), { title: 'Linen shirt ' }))).toEqual({ kind: 'saved' });
  });

  it('is saving from the first key to the answer', () => {
    const state = typed(known(), { title: 'Linen' });
    expect(of(state)).toEqual({ kind: 'saving' });
    expect(of(sent(state, { title: 'Linen' }))).toEqual({ kind: 'saving' });
  });

  it('names what a new garment still needs', () => {
    const state = typed(startAutosave(emptyDraft, 0), { title: 'Linen shirt' });
    expect(of(state)).toEqual({ kind: 'incomplete', fields: ['category', 'price'] });
  });

  it('names what is not right, once the rest is saved', () => {
    const wrong = typed(known(), { price: 'dear' });
    expect(of(wrong)).toEqual({ kind: 'held', fields: ['price'] });
    expect(of(typed(wrong, { colour: 'Red' }))).toEqual({ kind: 'saving' });
    const sending = sent(typed(known(), { colour: 'Rot' }), { colour: 'Rot' });
    const refused = refusedFields(sending, new Map([['colour', 'In English, please.']] as const));
    expect(of(refused)).toEqual({ kind: 'held', fields: ['colour'] });
  });

  it('says why it does not get on', () => {
    const state = typed(known(), { title: 'Linen' });
    expect(of(state, false)).toEqual({ kind: 'offline' });
    expect(of(unanswered(state, { reason: 'Down.', passes: true }))).toEqual({
      kind: 'failed',
      reason: 'Down.',
    });
    const theirs = { fields: { ...begun, title: 'Flax' }, version: 3 };
    const disputed = seen(state, theirs, rules).state;
    expect(of(disputed)).toEqual({ kind: 'disputed', fields: ['title'] });
    expect(of(typed(disputed, { colour: 'Red' }))).toEqual({ kind: 'saving' });
  });

  it('asks for a person only where waiting does not help', () => {
    expect(needsPerson({ kind: 'saving' })).toBe(false);
    expect(needsPerson({ kind: 'held', fields: ['price'] })).toBe(true);
    expect(needsPerson({ kind: 'offline' })).toBe(true);
  });
});
