'use client';

import type { ImportDetail } from '#lib/contracts/import.ts';
import type { ImportActions } from './use-import.ts';

export function MappingForm(_: { run: ImportDetail; actions: ImportActions }) {
  return null;
}
