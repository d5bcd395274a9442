/**
 * Runs one step and prints one line for it: the label at once, what came of it and the seconds at
 * the end. `work` answers a few words for the line, or nothing.
 */
export async function step(label: string, work: () => Promise<string | undefined>): Promise<void> {
  const startedAt = performance.now();
  process.stdout.write(`${label} … `);
  try {
    const outcome = await work();
    process.stdout.write(`${outcome ? `${outcome}, ` : ''}${secondsSince(startedAt)}\n`);
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/** Seconds since `startedAt` (milliseconds of `performance.now()`) as text with one decimal. */
export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
