import type { ActivityItem } from '#lib/contracts/activity.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import { statusWords } from './status-words.ts';
import { roleWords } from './team/role-words.ts';

/**
 * What somebody did, as the rest of a sentence that begins with who. An action that has no words yet
 * is shown by its name: better a strange word than a gap in the log.
 */
export function activityWords({ action, subject, detail }: ActivityItem): string {
  const it = subject.name ?? missing[subject.type] ?? 'something';
  const role = roleWords.find((one) => one.role === (detail.to ?? detail.role))?.name.toLowerCase();
  const count = (name: string) => `${detail[name] ?? 0} garment${detail[name] === 1 ? '' : 's'}`;
  switch (action) {
    case 'garment.created':
      return `added ${it}`;
    case 'garment.updated':
      return `changed ${it}`;
    case 'garment.picture-added':
      return `added a picture to ${it}`;
    case 'garment.status': {
      const status = garmentStatuses.find((one) => one === detail.to);
      return status ? `set ${it} to ${statusWords[status].name.toLowerCase()}` : `changed ${it}`;
    }
    case 'garment.hidden':
      return `took ${it} out of the shop after reviewing a try-on with it; it is a draft now`;
    case 'garment.unhidden':
      return `put ${it} back into the shop`;
    case 'garment.look-made':
      return `had ${it} made on a house model`;
    case 'garment.look-changed':
      if (detail.shown === 1) return `showed ${it} on a house model on its page`;
      if (detail.shown === 0) return `took ${it} on a house model from its page`;
      return `confirmed ${it} on a house model`;
    case 'render.started':
      return `began a run of ${detail.looks ?? 0} pictures on house models`;
    case 'render.pause':
      return 'paused a run of pictures on house models';
    case 'render.resume':
      return 'let a run of pictures on house models go on';
    case 'render.stop':
      return 'stopped a run of pictures on house models';
    case 'render.retry':
      return 'had the failed pictures of a run made once more';
    case 'garments.changed':
      return `changed ${count('changed')} at once (${detail.kind ?? 'several things'})`;
    case 'garments.change-undone':
      return `took a change of ${count('changed')} back`;
    case 'import.uploaded':
      return `uploaded ${it}`;
    case 'import.applied':
      return `imported ${it}: ${detail.creates ?? 0} new, ${detail.updates ?? 0} changed`;
    case 'import.undone':
      return `took the import of ${it} back (${count('garments')})`;
    case 'team.invited':
      return `invited somebody as ${role ?? 'a member'}`;
    case 'team.invitation-revoked':
      return 'took an invitation back';
    case 'team.joined':
      return `joined the team as ${role ?? 'a member'}`;
    case 'team.role':
      return `made ${it} ${role ?? 'a member'}`;
    case 'team.removed':
      return `took ${it} out of the team`;
    case 'hold-out.started':
      return `began to keep “Try it on” from ${detail.percent ?? 0} % of the visitors`;
    case 'hold-out.ended':
      return `ended the experiment with ${detail.percent ?? 0} % of the visitors`;
    case 'team.left':
      return 'left the team';
    case 'shop.opened':
      return 'opened the shop';
    case 'shop.settings':
      return `changed the shop’s settings (${String(detail.fields ?? '').replaceAll(' ', ', ')})`;
    case 'shop.caps':
      return `set ${capChanges(detail)}`;
    default:
      return `${action.replaceAll(/[.-]/g, ' ')}: ${it}`;
  }
}

const capNames = {
  monthlyTryOns: 'the month’s cap',
  dailyTryOns: 'the day’s cap',
  shopperDailyTryOns: 'the cap for one shopper',
} as const;

/** "the month’s cap to 500, the day’s cap to none" */
function capChanges(detail: ActivityItem['detail']): string {
  const changes = Object.entries(capNames).flatMap(([name, words]) =>
    detail[name] === undefined ? [] : [`${words} to ${detail[name]}`],
  );
  return changes.length > 0 ? changes.join(', ') : 'the caps';
}

const missing: Record<string, string> = {
  garment: 'a garment that is no longer there',
  import: 'a file',
  member: 'somebody whose account is closed',
};
