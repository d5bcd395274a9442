import type { CaseEvent } from '#lib/contracts/review.ts';
import { decisionDone, isDecisionKind } from '#lib/domain/case-decision.ts';
import { feedbackKinds, resolutions } from '#lib/domain/review-case.ts';
import { isTryOnErrorClass } from '#lib/domain/try-on-error.ts';
import { reportWords, resolutionWords } from '../queue/queue-words.ts';
import { classWords, stateWords } from '../review-words.ts';

/**
 * What happened, as a sentence or the rest of one that begins with who. What has no words yet is shown
 * by its name: better a strange word than a gap.
 */
export function timelineWords({ kind, state, detail }: CaseEvent): string {
  const resolution = resolutions.find((one) => one === detail.resolution);
  const report = feedbackKinds.find((one) => one === detail.what);
  if (state)
    return state === kind
      ? stateWords[state].name
      : `Still ${stateWords[state].name.toLowerCase()}`;
  switch (kind) {
    case 'note':
      return 'wrote:';
    case 'appeal':
      return 'appealed:';
    case 'report':
      return `reported “${report ? reportWords[report] : detail.what}”`;
    case 'picture.seen':
      return `looked at the ${detail.which === 'look' ? 'look' : 'photo'}:`;
    case 'try-on.retried':
      return 'tried it again';
    case 'case.undo':
      return 'took the last decision back';
    case 'case.assign':
      return detail.assignee ? `assigned it to ${detail.assignee}` : 'gave it back to nobody';
    default: {
      const decision = kind.replace(/^case\./u, '');
      if (!isDecisionKind(decision)) return kind.replaceAll(/[._-]/gu, ' ');
      const done = decisionDone[decision];
      return decision === 'resolve' && resolution
        ? `${done}: ${resolutionWords[resolution].toLowerCase()}`
        : done;
    }
  }
}

/** What was said with it; null where nothing was. */
export const timelineText = ({ kind, detail }: CaseEvent): string | null => {
  const text = kind === 'picture.seen' ? detail.reason : detail.text;
  return typeof text === 'string' && text ? text : null;
};

/** Codes of a change of state, for whoever knows them. */
export function timelineCodes({ state, detail }: CaseEvent): string | null {
  if (!state) return null;
  const codes = Object.entries(detail).flatMap(([name, value]) => {
    switch (name) {
      case 'errorClass':
        return isTryOnErrorClass(String(value))
          ? classWords[String(value) as keyof typeof classWords]
          : value;
      case 'http':
        return `HTTP ${value}`;
      case 'waiting':
        return `waits: ${String(value).replaceAll('_', ' ')}`;
      case 'providerStatus':
        return `provider: ${value}`;
      case 'reusedFrom':
        return 'a picture that was there already';
      default:
        return [];
    }
  });
  return codes.length > 0 ? codes.join(' · ') : null;
}
