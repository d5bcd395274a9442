import type { Tone } from '#components/ui/badge.tsx';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';

export const statusWords: Record<GarmentStatus, { name: string; tone: Tone; means: string }> = {
  DRAFT: { name: 'Draft', tone: 'neutral', means: 'Only your shop’s people see it.' },
  ACTIVE: { name: 'Published', tone: 'success', means: 'Shoppers see it and can try it on.' },
  ARCHIVED: {
    name: 'Archived',
    tone: 'warning',
    means: 'Put away. Shoppers no longer see it; looks made with it stay.',
  },
};
