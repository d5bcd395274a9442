import { expect, it } from 'vitest';
import { keepsAnOwner, type TeamMember } from './team.ts';

const team: TeamMember[] = [
  { userId: 'ana', role: 'OWNER' },
  { userId: 'ben', role: 'EDITOR' },
];

it('never leaves a shop without an owner', () => {
  expect(keepsAnOwner(team, 'ana', 'EDITOR')).toBe(false);
  expect(keepsAnOwner(team, 'ana', null)).toBe(false);
  expect(keepsAnOwner(team, 'ben', null)).toBe(true);
  expect(keepsAnOwner(team, 'ben', 'OWNER')).toBe(true);
  expect(keepsAnOwner([...team, { userId: 'cy', role: 'OWNER' }], 'ana', null)).toBe(true);
});
