import { startChild } from './child.ts';
import { Problem } from './problem.ts';
import { inProject, projectRoot } from './project.ts';
import type { Variables } from './variables.ts';

const START_TIMEOUT_MS = 60_000;

/** The key that the sandbox accepts. It opens nothing else. */
export const SANDBOX_KEY = 'SG_0123456789abcdef';

export interface SandboxProcess {
  url: string;
  key: string;
  /** Resolves with the exit code when the sandbox ends. */
  readonly ended: Promise<number>;
  /** What it printed last. */
  lastWords(): string;
  stop(): Promise<void>;
}

/** Starts the stand-in for the provider and waits for its line that it listens. */
export async function startSandbox(
  port: number,
  env: Variables,
  note: string,
  flags: string[] = [],
): Promise<SandboxProcess> {
  let printed = '';
  let listening = () => {};
  const listens = new Promise<true>((resolve) => {
    listening = () => resolve(true);
  });
  const child = startChild(
    process.execPath,
    [
      inProject('sandbox/main.ts'),
      '--port',
      String(port),
      '--key',
      SANDBOX_KEY,
      '--rpm',
      '0',
      ...flags,
    ],
    {
      env,
      note,
      cwd: projectRoot,
      output(text, from) {
        printed = (printed + text).slice(-4000);
        if (from === 'stdout' && text.includes(`:${port}`)) listening();
      },
    },
  );
  const tooLate = AbortSignal.timeout(START_TIMEOUT_MS);
  const outcome = await Promise.race([
    listens,
    child.ended,
    new Promise<'late'>((resolve) =>
      tooLate.addEventListener('abort', () => resolve('late'), { once: true }),
    ),
  ]);
  if (outcome !== true) {
    await child.stop();
    throw new Problem(`The sandbox did not start:\n${printed.trim()}`);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    key: SANDBOX_KEY,
    ended: child.ended,
    lastWords: () => printed.trim().split('\n').slice(-6).join('\n'),
    stop: () => child.stop(),
  };
}
