import { expect, it } from 'vitest';
import { readAuditQuery, writeAuditQuery } from './audit-query.ts';

it('comes back from an address as it went', () => {
  const query = { actor: 'ana@example.org', action: 'shop', from: '2026-11-01', to: '2026-11-30' };
  expect(readAuditQuery(Object.fromEntries(new URLSearchParams(writeAuditQuery(query))))).toEqual(
    query,
  );
});

it('leaves out what it cannot read', () => {
  const given = { actor: ['a', 'b'], from: '2026-13-45', to: 'yesterday', id: '  ', other: 'x' };
  expect(readAuditQuery(given)).toEqual({});
});
