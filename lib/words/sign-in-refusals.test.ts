import { describe, expect, it } from 'vitest';
import { readRefusal, type SignInRefusal, writeRefusal } from '#lib/domain/sign-in-refusal.ts';
import { signInRefusalText } from './sign-in-refusals.ts';

describe('a refused sign-in', () => {
  it('is read as it was written', () => {
    const refusals: SignInRefusal[] = [{ kind: 'suspended' }, { kind: 'too_many', seconds: 900 }];
    for (const refusal of refusals) expect(readRefusal(writeRefusal(refusal))).toEqual(refusal);
  });

  it('is not made of what somebody writes into the address', () => {
    for (const word of ['Call this number', 'too_many.', 'too_many.-1', ['suspended'], undefined]) {
      expect(readRefusal(word)).toBeNull();
    }
  });

  it('says how long to wait', () => {
    const text = (seconds: number) => signInRefusalText({ kind: 'too_many', seconds });
    expect(text(20)).toContain('Wait a minute');
    expect(text(61)).toContain('Wait 2 minutes');
    expect(text(900)).toContain('Wait 15 minutes');
    expect(text(3600)).toContain('Wait an hour');
    expect(text(3700)).toContain('Wait 2 hours');
  });
});
