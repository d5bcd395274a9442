import { explainFailure } from './problem.ts';

/** What a command gets: a signal for the end, and a list of things to undo at the end. */
export interface Life {
  /** Aborted on Ctrl-C, on a kill and when the launcher is gone. */
  readonly stopped: AbortSignal;
  /** Runs at the end in reverse order, whatever the end was. */
  cleanUp(task: () => Promise<void>): void;
}

interface Options {
  /** Exit code after Ctrl-C or a kill: 0 for what runs until it is stopped. */
  readonly codeWhenStopped?: number;
  /** Says nothing when stopped: for a program whose output another program reads. */
  readonly quiet?: boolean;
}

/**
 * Runs a command to its end and leaves the process. Exit code: what `work` answers (nothing is 0),
 * `codeWhenStopped` after a signal, 1 after a failure, whose sentence is printed.
 */
export async function runCommand(
  work: (life: Life) => Promise<number | undefined>,
  { codeWhenStopped = 130, quiet = false }: Options = {},
): Promise<never> {
  const abort = new AbortController();
  const cleanups: (() => Promise<void>)[] = [];
  const stopped = new Promise<'stopped'>((resolve) => {
    abort.signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  listenForStop(() => abort.abort());

  let code = 1;
  let wasStopped = false;
  try {
    const outcome = await Promise.race([
      work({ stopped: abort.signal, cleanUp: (task) => cleanups.push(task) }),
      stopped,
    ]);
    code = outcome === 'stopped' ? codeWhenStopped : (outcome ?? 0);
    wasStopped = outcome === 'stopped';
    if (wasStopped && !quiet) process.stdout.write('\nStopping … ');
  } catch (error) {
    // What was cut short by the signal fails in its own way; that is not news.
    if (abort.signal.aborted) code = codeWhenStopped;
    else process.stderr.write(`\n${explainFailure(error)}\n`);
  }
  abort.abort();
  for (const task of cleanups.reverse()) {
    try {
      await task();
    } catch (error) {
      process.stderr.write(`${explainFailure(error)}\n`);
      code ||= 1;
    }
  }
  if (wasStopped && !quiet) process.stdout.write('stopped.\n');
  process.exit(code);
}

function listenForStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The channel to the launcher closes when the launcher dies, even by SIGKILL.
  if (process.channel) {
    process.on('disconnect', stop);
    process.channel.unref();
  }
}
