import { describe, expect, it } from 'vitest';
import { demoAccounts } from '../../prisma/demo-collection.ts';
import { demoSignIns } from './demo-sign-ins.ts';

describe('the demo accounts on the sign-in page', () => {
  it('are the ones that the seed makes', () => {
    expect(demoSignIns.accounts.map(({ email }) => email)).toEqual(
      demoAccounts.map(({ email }) => email),
    );
    expect(new Set(demoAccounts.map(({ password }) => password))).toEqual(
      new Set([demoSignIns.password]),
    );
  });
});
