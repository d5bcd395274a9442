import type { Stage } from '#lib/domain/operations.ts';

export const stageWords: Record<Stage, { name: string; meaning: string }> = {
  waiting: { name: 'Waiting', meaning: 'from asking until it was sent' },
  rendering: { name: 'Rendering', meaning: 'until the provider had it done' },
  saving: { name: 'Saving', meaning: 'until the picture was ours' },
  whole: { name: 'Whole', meaning: 'from asking to look' },
};
