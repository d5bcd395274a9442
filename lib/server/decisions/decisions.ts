import 'server-only';
import type { DecisionKind } from '#lib/domain/case-decision.ts';
import { overturnBlock, upholdBlock } from './answer-appeal.ts';
import { assignCase } from './assign-case.ts';
import { commentOnCase } from './comment-on-case.ts';
import type { Decision } from './decision.ts';
import { giveQuotaBack } from './give-quota-back.ts';
import { hideGarment } from './hide-garment.ts';
import { reopenCase, resolveCase } from './resolve-case.ts';
import { retryCase } from './retry-case.ts';
import { suspendPerson } from './suspend-person.ts';

export const decisions: { [K in DecisionKind]: Decision<K> } = {
  resolve: resolveCase,
  reopen: reopenCase,
  assign: assignCase,
  comment: commentOnCase,
  retry: retryCase,
  give_quota_back: giveQuotaBack,
  hide_garment: hideGarment,
  suspend: suspendPerson,
  uphold: upholdBlock,
  overturn: overturnBlock,
};
