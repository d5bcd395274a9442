import { isFinal, mayFollow, type TryOnState } from '#lib/domain/try-on.ts';

/** One POST as the sandbox received it. `accepted`: there is a job behind it, which is billed. */
export interface Post {
  at: number;
  accepted: boolean;
  requestId: string | null;
}

/** Everything that is known of one acknowledged try-on when all is quiet again. */
export interface Evidence {
  state: TryOnState;
  version: number;
  requestId: string | null;
  events: { version: number; kind: string; state: TryOnState; at: number }[];
  usage: string[];
  /** `whole`: its row is kept, and the bytes in the storage are the ones that were written. */
  picture: 'whole' | 'damaged' | 'none';
  posts: Post[];
}

export interface Circumstances {
  /** When the provider's clock was put forward by an hour: what it had then, it has forgotten. */
  forgottenAt: number[];
  /** It may end in a failure: the line answered with error pages, or the provider was told to fail. */
  mayFail: boolean;
}

export type Wrong = 'lost' | 'doubled' | 'stuck' | 'disorder';
export interface Finding {
  wrong: Wrong;
  why: string;
}

/** What went wrong with one acknowledged try-on; nothing, when the promises were kept. */
export function judge(evidence: Evidence | null, circumstances: Circumstances): Finding[] {
  if (!evidence) return [{ wrong: 'lost', why: 'it was acknowledged and is not there' }];
  return [
    ...judgePosts(evidence),
    ...(isFinal(evidence.state)
      ? judgeEnd(evidence, circumstances)
      : [{ wrong: 'stuck', why: `it is still ${evidence.state}` } as const]),
    ...judgeHistory(evidence),
  ];
}

function judgePosts({ posts, events }: Evidence): Finding[] {
  const findings: Finding[] = [];
  const accepted = posts.filter((post) => post.accepted);
  if (accepted.length > 1) {
    findings.push({ wrong: 'doubled', why: `${accepted.length} jobs were accepted for it` });
  }
  const first = posts.findIndex((post) => post.accepted);
  if (first >= 0 && first < posts.length - 1 && accepted.length === 1) {
    findings.push({ wrong: 'doubled', why: 'it was sent again after it had been accepted' });
  }
  const unknown = events.find(({ state }) => state === 'unknown');
  if (unknown && posts.some(({ at }) => at > unknown.at)) {
    findings.push({ wrong: 'doubled', why: 'it was sent again after its answer was lost' });
  }
  return findings;
}

function judgeEnd(evidence: Evidence, { forgottenAt, mayFail }: Circumstances): Finding[] {
  const { state, posts, picture, usage, requestId } = evidence;
  const lost = (why: string): Finding => ({ wrong: 'lost', why });
  const findings: Finding[] = [];
  const settled = usage.filter((kind) => kind !== 'RESERVE');
  if (usage.length !== 2 || settled.length !== 1) {
    findings.push(lost(`its allowance reads ${usage.join(', ') || 'nothing'}`));
  }
  const job = posts.find((post) => post.accepted);
  switch (state) {
    case 'succeeded':
      if (picture !== 'whole') findings.push(lost(`its picture is ${picture}`));
      if (requestId !== (job?.requestId ?? null)) {
        findings.push({ wrong: 'disorder', why: 'its request id is not that of its job' });
      }
      break;
    case 'unknown':
      if (requestId) findings.push(lost('it is unknown although its request id was written'));
      break;
    case 'expired':
      if (!mayFail && !forgottenAt.some((at) => job && job.at < at)) {
        findings.push(lost('it expired while its record was alive'));
      }
      break;
    default:
      if (!mayFail) findings.push(lost(`it ended as ${state} for no reason`));
  }
  return findings;
}

function judgeHistory({ state, version, events }: Evidence): Finding[] {
  const disorder = (why: string): Finding[] => [{ wrong: 'disorder', why }];
  if (events.some((event, i) => event.version !== i + 1) || events.length !== version) {
    const versions = events.map((event) => event.version).join(' ');
    return disorder(`its events have the versions ${versions}, the row has ${version}`);
  }
  let before: TryOnState = 'queued';
  for (const event of events.slice(1)) {
    if (event.state !== before && !mayFollow(before, event.state)) {
      return disorder(`${event.state} followed on ${before}`);
    }
    before = event.state;
  }
  return before === state ? [] : disorder(`it is ${state}, its last event says ${before}`);
}
