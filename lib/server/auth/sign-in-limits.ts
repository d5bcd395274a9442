import 'server-only';
import { createHash } from 'node:crypto';
import { forgetPoints, giveBackPoint, type Limit, takePoint } from '#lib/server/http/rate-limit.ts';

/**
 * How often somebody may be wrong about a password. The pattern is the one of rate-limiter-flexible for
 * login endpoints (https://github.com/animir/node-rate-limiter-flexible/wiki/Overall-example), but for the
 * order: a point is taken before the password is looked at and given back when it was right, so that
 * many tries at once do not all find one left.
 */
const MINUTES = 60;
const HOURS = 60 * MINUTES;

/** Somebody who mistypes. */
const pair: Limit = {
  name: 'sign-in',
  points: 10,
  perSeconds: 15 * MINUTES,
  blockSeconds: 15 * MINUTES,
};

/** Somebody who tries many accounts with a few passwords each. */
const byAddress: Limit = {
  name: 'sign-in-address',
  points: 100,
  perSeconds: 24 * HOURS,
  blockSeconds: 1 * HOURS,
};

/**
 * Somebody who tries one account from many addresses. High, and short in its effect: whoever wants to
 * shut a person out can use it for that.
 */
const byAccount: Limit = {
  name: 'sign-in-account',
  points: 100,
  perSeconds: 24 * HOURS,
  blockSeconds: 15 * MINUTES,
};

/** Somebody at an open session, who is counted by whose it is: others cannot use these up. */
const atSession: Limit = {
  name: 'prove-again',
  points: 10,
  perSeconds: 15 * MINUTES,
  blockSeconds: 15 * MINUTES,
};

/**
 * Takes a try. The account need not be there: an address nobody has an account with runs out likewise.
 *
 * @returns to be called when the password was right.
 * @throws AppError rate_limited, with the seconds to wait.
 */
export async function takeSignInTry(email: string, address: string): Promise<() => Promise<void>> {
  const { account, both } = keysOf(email, address);
  await takePoint(pair, both);
  await takePoint(byAddress, address);
  await takePoint(byAccount, account);
  return async () => {
    await forgetPoints(pair, both);
    await giveBackPoint(byAddress, address);
    await giveBackPoint(byAccount, account);
  };
}

/**
 * The same for whoever is signed in already. A lock at the door is none here.
 *
 * @returns to be called when the password was right. @throws AppError rate_limited
 */
export async function takeProofTry(userId: string): Promise<() => Promise<void>> {
  await takePoint(atSession, userId);
  return () => forgetPoints(atSession, userId);
}

/** Whoever has shown to own the address need not wait for what others tried. */
export async function forgiveSignInTries(email: string, address: string): Promise<void> {
  const { account, both } = keysOf(email, address);
  await forgetPoints(pair, both);
  await forgetPoints(byAccount, account);
}

function keysOf(email: string, address: string) {
  const account = createHash('sha256').update(email).digest('base64url').slice(0, 22);
  return { account, both: `${account}/${address}` };
}
