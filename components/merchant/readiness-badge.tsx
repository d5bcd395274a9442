import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { Readiness } from '#lib/domain/garment-status.ts';
import { notLookedAt, readinessWords } from '#lib/words/picture-readiness.ts';

const looks: Record<Readiness, { icon: LucideIcon; tone: Tone }> = {
  READY: { icon: CircleCheck, tone: 'success' },
  FAIR: { icon: CircleAlert, tone: 'warning' },
  NOT_READY: { icon: TriangleAlert, tone: 'danger' },
  NO_PICTURE: { icon: CircleDashed, tone: 'neutral' },
};

interface ReadinessBadgeProps {
  /** Null while nobody has looked. */
  readiness: Readiness | null;
  className?: string;
}

/** How fit for try-ons; by sign and word as well as by colour. */
export function ReadinessBadge({ readiness, className }: ReadinessBadgeProps) {
  const { icon: Icon, tone } = looks[readiness ?? 'NO_PICTURE'];
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden className="size-3.5" />
      {readiness ? readinessWords[readiness].name : notLookedAt}
    </Badge>
  );
}
