import { randomUUID } from 'node:crypto';
import { hashPassword } from '#lib/server/auth/password.ts';
import { anyAccount, anybody, anyPerson } from '../roles.ts';
import { row } from '../row.ts';

const freshEmail = () => `${randomUUID()}@example.org`;
const password = 'seven grey curtains';

/** Accounts: how they come about, and what their people change of them. */
export const accountRows = [
  // Mailed, whether or not there is one with this address.
  row('POST /api/account', anybody(202), () => ({
    json: { name: 'Ana', email: freshEmail(), password },
  })),
  row(
    'POST /api/account/confirmation',
    anybody(204),
    async ({ accountLink }) => {
      const account = { name: 'Ana', passwordHash: await hashPassword(password) };
      return { json: { token: await accountLink('register', { account }), password } };
    },
    { usesUpPerson: true },
  ),
  row('PATCH /api/account', anyAccount(204), () => ({ json: { name: 'Ana' } })),
  row('PUT /api/account/password', anyAccount(204), () => ({ json: { password } }), {
    usesUpPerson: true,
  }),
  row('POST /api/account/email', anyAccount(202), () => ({ json: { email: freshEmail() } })),
  row(
    'PUT /api/account/email',
    anyPerson(204),
    async ({ accountLink }, asker) => ({
      json: { token: await accountLink('email', { userId: asker?.userId }) },
    }),
    { what: 'by a link of her own', usesUpPerson: true },
  ),
  row(
    'PUT /api/account/email',
    anyPerson('forbidden'),
    async ({ accountLink, personAs }) => ({
      json: { token: await accountLink('email', { userId: (await personAs('owner')).userId }) },
    }),
    { what: 'by another’s link' },
  ),
  row('POST /api/account/reset', anybody(202), () => ({ json: { email: freshEmail() } })),
  row('PUT /api/account/reset', anybody(204), async ({ accountLink, personAs }) => {
    const { userId, email } = await personAs('owner');
    const token = await accountLink('reset', { userId, email: email ?? '' });
    return { json: { token, password } };
  }),
  row('DELETE /api/account/sessions', anyPerson(204), () => ({}), { usesUpPerson: true }),
];
