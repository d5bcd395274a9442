import type { ImportDetail } from '#lib/contracts/import.ts';
import { counted, figure } from './import-words.ts';

type Counts = Pick<
  ImportDetail,
  'creates' | 'updates' | 'skips' | 'errors' | 'publishes' | 'unchanged'
>;

/** What applying a preview does to the shop, and what shoppers will see of it. */
export function sayApply(run: Counts): string {
  const does = [
    run.creates > 0 && counted(run.creates, 'new garment'),
    run.updates > 0 && counted(run.updates, 'changed garment'),
  ].filter(Boolean);
  const stays = [
    run.unchanged > 0 &&
      `${counted(run.unchanged, 'garment')} of the file ${isOrAre(run.unchanged)} unchanged.`,
    leftOut(run),
  ];
  return [`${does.join(' and ')}.`, goesLive(run), heldBack(run), ...stays]
    .filter(Boolean)
    .join(' ');
}

/** "About", for a picture may not be had, or no longer be one. */
function goesLive({ creates, publishes }: Counts): string {
  if (creates === 0) return '';
  if (publishes === 0)
    return creates === 1 ? 'It is a draft at first.' : 'New ones are drafts at first.';
  if (publishes === creates) {
    return creates === 1
      ? 'It goes live as soon as its picture is here.'
      : `All ${figure(creates)} new garments go live as soon as their picture is here.`;
  }
  const rest = creates - publishes;
  return `About ${figure(publishes)} of the ${figure(creates)} new garments ${publishes === 1 ? 'goes' : 'go'} live as soon as ${publishes === 1 ? 'its' : 'their'} picture is here; ${rest === 1 ? 'the other one is a draft' : 'the others are drafts'}.`;
}

/** Nobody has seen the pictures yet: they come when it is applied. */
const heldBack = ({ publishes }: Counts): string =>
  publishes > 0 ? 'What has a picture that is not fit is sold without “Try it on”.' : '';

function leftOut(run: Counts): string {
  const out = run.skips - run.unchanged + run.errors;
  return out > 0 ? `${counted(out, 'garment')} of the file ${isOrAre(out)} left out.` : '';
}

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are');
