import type { AppErrorCode } from '#lib/server/http/app-error.ts';

/** Who asks. */
export const roles = [
  'nobody',
  'guest',
  /** The shopper whose the row is. */
  'owner',
  'otherShopper',
  /** Of the shop whose the row is. */
  'viewer',
  'editor',
  'shopOwner',
  /** The owner of another shop. */
  'otherMerchant',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** A status of success, or the code of a refusal. */
export type Answer = number | AppErrorCode;
export type Answers = Record<Role, Answer>;

const each = (answer: (role: Role) => Answer) =>
  Object.fromEntries(roles.map((role) => [role, answer(role)])) as Answers;

export const anybody = (status = 200) => each(() => status);

export const anyPerson = (status: Answer = 200) =>
  each((role) => (role === 'nobody' ? 'unauthenticated' : status));

export const anyAccount = (status = 200): Answers => ({ ...anyPerson(status), guest: 'forbidden' });

/** To everybody else it is not there. */
export const rowOwner = (status = 200): Answers => ({
  ...each(() => 'not_found'),
  nobody: 'unauthenticated',
  owner: status,
});

const merchants: readonly Role[] = ['viewer', 'editor', 'shopOwner', 'otherMerchant'];

export const anyMerchant = (status = 200) =>
  each((role) => {
    if (role === 'nobody') return 'unauthenticated';
    return merchants.includes(role) ? status : 'forbidden';
  });

/** Of the shop, from this role up. To people of another shop it is not there. */
export function members(least: 'viewer' | 'editor' | 'shopOwner', status = 200): Answers {
  const ranks = merchants.slice(0, 3);
  return {
    ...each((role) => {
      if (role === 'nobody') return 'unauthenticated';
      return ranks.indexOf(role) >= ranks.indexOf(least) ? status : 'forbidden';
    }),
    otherMerchant: 'not_found',
  };
}

export const admins = (status = 200) =>
  each((role) => {
    if (role === 'nobody') return 'unauthenticated';
    return role === 'admin' ? status : 'forbidden';
  });

/** For machines that show a token of their own: to all people it is not there. */
export const machines = () => each(() => 'not_found');
