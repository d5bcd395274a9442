import { Badge } from '#components/ui/badge.tsx';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import { statusWords } from './status-words.ts';

export function StatusBadge({ status }: { status: GarmentStatus }) {
  const { name, tone } = statusWords[status];
  return <Badge tone={tone}>{name}</Badge>;
}
