import { activityWords } from '#components/merchant/activity-words.ts';
import type { AuditEntryView } from '#lib/contracts/audit.ts';
import { decisionDone, isDecisionKind } from '#lib/domain/case-decision.ts';
import { isTryOnErrorClass } from '#lib/domain/try-on-error.ts';
import { classWords } from '../review-words.ts';

/**
 * What somebody did, as the rest of a sentence that begins with who. What happens in a shop is said as
 * the shop's own people read it.
 */
export function auditWords(entry: AuditEntryView): string {
  const { action, subject, detail } = entry;
  const [about, done = ''] = action.split('.');
  if (about === 'case' && isDecisionKind(done)) return ofACase(decisionDone[done]);
  const person = subject.name ?? 'somebody whose account is closed';
  const shop = subject.name ?? 'a shop';
  switch (action) {
    case 'try-on.retried':
      return 'asked for a try-on once more';
    case 'case.undo':
      return 'took the last decision on a case back';
    case 'case.note-removed':
      return 'removed a comment from a case';
    case 'picture.seen':
      return `looked at a shopper’s ${detail.which ?? 'picture'}`;
    case 'bulk-retry.started':
      return `began to retry ${detail.cases ?? 'some'} cases`;
    case 'bulk-retry.stopped':
      return 'stopped a bulk retry';
    case 'view.saved':
      return 'saved a view of the queue';
    case 'view.renamed':
      return 'renamed a view of the queue';
    case 'view.removed':
      return 'removed a view of the queue';
    case 'alerts.changed':
      return 'changed the alerts';
    case 'alerts.secret_renewed':
      return 'renewed the secret of the webhook';
    case 'sending.paused':
      return 'paused sending';
    case 'sending.resumed':
      return 'let sending go on';
    case 'text-rule.made':
      return `filed words of the provider under ${className(detail.errorClass)}`;
    case 'text-rule.rolled-back':
      return `rolled back a rule for ${className(detail.errorClass)}`;
    case 'person.suspended':
      return `suspended ${person}`;
    case 'person.suspension-lifted':
      return `lifted the suspension of ${person}`;
    case 'person.role':
      return `made ${person} ${articled(String(detail.to ?? ''))}`;
    case 'person.daily-try-ons':
      return `set what ${person} may ask for in a day to ${detail.to ?? 'what everybody has'}`;
    case 'shop.opened':
      return `opened ${shop}`;
    case 'shop.settings':
    case 'shop.caps':
      return `${activityWords(entry)} (${shop})`;
    case 'shop.suspended':
      return `suspended ${shop}`;
    case 'shop.suspension-lifted':
      return `lifted the suspension of ${shop}`;
    case 'settings.changed':
      return 'changed the settings';
    case 'consent-text.written':
      return `wrote version ${subject.id} of the consent text`;
    default:
      return activityWords(entry);
  }
}

/** "resolved it" to somebody who does not look at it. */
const ofACase = (words: string) =>
  / it\b/u.test(words) ? words.replace(/ it\b/u, ' a case') : `${words}, on a case`;

const className = (word: unknown) =>
  typeof word === 'string' && isTryOnErrorClass(word) ? `“${classWords[word]}”` : 'a class';

const articled = (role: string) =>
  ({ SHOPPER: 'a shopper', MERCHANT: 'a merchant', ADMIN: 'an admin' })[role] ?? 'something else';
