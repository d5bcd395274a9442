import path from 'node:path';
import type { Variables } from './variables.ts';

/** The folder of the checkout. */
export const projectRoot = path.dirname(import.meta.dirname);

/** A path inside the checkout. */
export function inProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts);
}

/**
 * Where everything that a local start makes is kept: database, pictures, secrets, logs.
 * `FITTING_ROOM_DATA` names another folder, so that a second set can live beside the first.
 */
export function dataDirectory(env: Variables): string {
  return path.resolve(projectRoot, env.FITTING_ROOM_DATA || '.data');
}
