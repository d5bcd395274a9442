import type { Result } from 'lighthouse';
import type { Row } from './report.ts';

type Audits = Result['audits'];

/** What the picture waited for, in milliseconds: https://web.dev/articles/optimize-lcp. */
const phases = {
  timeToFirstByte: 'first byte ms',
  resourceLoadDelay: 'until asked for ms',
  resourceLoadDuration: 'under way ms',
  elementRenderDelay: 'until painted ms',
};

/** The four parts that Lighthouse finds in the trace, one after the other; together they are the LCP. */
export function phasesOf(audits: Audits): Row {
  const parts = itemsOf(audits['lcp-breakdown-insight'])
    .flatMap((item) => ('items' in item ? (item.items as Part[]) : []))
    .filter((part) => 'subpart' in part);
  return Object.fromEntries(
    Object.entries(phases).map(([subpart, name]) => [
      name,
      parts.find((part) => part.subpart === subpart)?.duration ?? Number.NaN,
    ]),
  );
}

interface Part {
  subpart?: string;
  duration?: number;
}

interface Request {
  resourceType?: string;
  priority?: string;
  transferSize?: number;
  networkEndTime?: number;
}

const kinds: Record<string, (request: Request) => boolean> = {
  document: ({ resourceType }) => resourceType === 'Document',
  stylesheet: ({ resourceType }) => resourceType === 'Stylesheet',
  fonts: ({ resourceType }) => resourceType === 'Font',
  script: ({ resourceType }) => resourceType === 'Script',
  pictures: ({ resourceType }) => resourceType === 'Image',
};

/** Beside what is loaded, what had come when the picture was painted: the simulation takes it for awaited. */
export function bytesOf(audits: Audits): Record<string, Row> {
  const requests = itemsOf(audits['network-requests']) as Request[];
  const painted = Number(itemsOf(audits.metrics)[0]?.observedLargestContentfulPaint);
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, isOfKind]) => {
      const all = requests.filter(isOfKind);
      const before = all.filter(({ networkEndTime = Infinity }) => networkEndTime <= painted);
      return [
        kind,
        {
          requests: all.length,
          kB: kilobytes(all),
          'before the picture': before.length,
          'kB before it': kilobytes(before),
        },
      ];
    }),
  );
}

/** As they come over the line, compressed and with their headers. */
export const scriptKilobytes = (audits: Audits): number => bytesOf(audits).script?.kB ?? Number.NaN;

const kilobytes = (requests: Request[]) =>
  requests.reduce((bytes, { transferSize = 0 }) => bytes + transferSize, 0) / 1000;

function itemsOf(audit: Audits[string] | undefined): Record<string, unknown>[] {
  const details = audit?.details;
  return details && 'items' in details ? (details.items as Record<string, unknown>[]) : [];
}
