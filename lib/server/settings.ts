import 'server-only';
import { settingsOfProgram } from '#lib/domain/settings.ts';
import { db } from './db.ts';
import { keptShortly } from './kept-shortly.ts';
import { findSettings } from './repositories/settings.ts';

/** So late may a process be with a changed setting. */
const KEPT_MS = 5_000;

const kept = keptShortly(KEPT_MS, settingsOfProgram, () => findSettings(db()));

export const currentSettings = kept.get;
export const forgetSettings = kept.forget;
