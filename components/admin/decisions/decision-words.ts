import type { DecisionKind, ResolutionByHand } from '#lib/domain/case-decision.ts';

/** After a decision, in a toast. */
export const doneWords: Readonly<Record<DecisionKind, string>> = {
  resolve: 'Case resolved.',
  reopen: 'Case opened again.',
  assign: 'Assignment changed.',
  comment: 'Comment added.',
  retry: 'Asked again; the case is resolved.',
  give_quota_back: 'Quota given back.',
  hide_garment: 'Garment hidden from shoppers.',
  suspend: 'Person suspended.',
  uphold: 'Block upheld; the shopper reads why.',
  overturn: 'Block overturned; the shopper reads why.',
};

export const OVERTURNED_AND_RETRIED = 'Block overturned, and tried once more.';

export const undoneWords: Readonly<Record<DecisionKind, string>> = {
  resolve: 'The case is open again.',
  reopen: 'The case is resolved again.',
  assign: 'Assigned as before.',
  comment: 'Comment removed.',
  retry: 'The retry was called off.',
  give_quota_back: 'The quota counts again.',
  hide_garment: 'The garment is back in the shop.',
  suspend: 'The suspension is lifted.',
  uphold: 'The appeal waits for an answer again.',
  overturn: 'The appeal waits for an answer again, and a retry of this answer was called off.',
};

export const resolutionByHandWords: Readonly<Record<ResolutionByHand, string>> = {
  nothing_to_do: 'Nothing to do',
  put_right: 'Put right',
  provider_told: 'Provider was told',
  shopper_told: 'Shopper was told',
};
