import { readdirSync, readFileSync } from 'node:fs';

/** A tick of the kernel's clock, in milliseconds. */
const TICK_MS = 10;

/** Milliseconds of processor time that a process itself has used. From /proc, so on Linux only. */
export function ownProcessorMs(pid: number): number {
  const figures = statOf(pid);
  return figures ? ticksOf(figures, 2) * TICK_MS : 0;
}

/** The same of a process with all that it has started, those that have ended included. */
export function processorMs(pid: number): number {
  const children = new Map<number, number[]>();
  const used = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const one = Number(name);
    const figures = Number.isInteger(one) && statOf(one);
    if (!figures) continue;
    const parent = Number(figures[1]);
    children.set(parent, [...(children.get(parent) ?? []), one]);
    used.set(one, ticksOf(figures, 4) * TICK_MS);
  }
  const withChildren = (one: number): number =>
    (used.get(one) ?? 0) +
    (children.get(one) ?? []).reduce((sum, child) => sum + withChildren(child), 0);
  return withChildren(pid);
}

/** Own time as a user and in the kernel, then the same of children that were waited for. */
const ticksOf = (figures: string[], count: 2 | 4) =>
  figures.slice(11, 11 + count).reduce((sum, ticks) => sum + Number(ticks), 0);

/** What the kernel tells after the name, which may hold anything: state, parent, … */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended between the two looks.
    return undefined;
  }
}
