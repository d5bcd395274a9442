import { expect, it } from 'vitest';
import type { AuditEntryView } from '#lib/contracts/audit.ts';
import { decisionKinds } from '#lib/domain/case-decision.ts';
import { auditWords } from './audit-words.ts';

const entry = (action: string, detail = {}): AuditEntryView => ({
  id: '1',
  at: '2026-11-28T10:00:00.000Z',
  actor: 'Ada',
  actorId: 'a',
  action,
  subject: { type: 'try-on', id: 't', name: null },
  shopId: null,
  detail,
});

it('says what was decided on a case to somebody who does not look at it', () => {
  expect(auditWords(entry('case.resolve'))).toBe('resolved a case');
  expect(auditWords(entry('case.hide_garment'))).toBe('hid the garment, on a case');
  for (const kind of decisionKinds)
    expect(auditWords(entry(`case.${kind}`))).not.toContain('something');
});

it.each([
  ['picture.seen', { which: 'photo' }, 'looked at a shopper’s photo'],
  ['bulk-retry.started', { cases: 7 }, 'began to retry 7 cases'],
  ['alerts.changed', {}, 'changed the alerts'],
])('has words for %s', (action, detail, words) => {
  expect(auditWords(entry(action, detail))).toBe(words);
});
