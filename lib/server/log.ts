import 'server-only';
import pino from 'pino';
import { logLevel } from './env.ts';
import { clean, withoutSecrets } from './log-redaction.ts';

/**
 * Structured logs: ids, codes and timings only. Never a picture, a file name, a signed URL or a key;
 * the redaction is the second fence, not the first. It is ours, since pino's own goes by paths, and a
 * path ends at a depth that somebody has thought of.
 */
export const logOptions: pino.LoggerOptions = {
  level: logLevel(),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { log: withoutSecrets },
  hooks: {
    logMethod(given, write) {
      // Of a bare exception pino would make what it says the sentence.
      const [first, ...rest] = given.map((one: unknown) =>
        one instanceof Error ? { error: one.name } : clean(one),
      );
      write.apply(this, [first as object, ...(rest as [])]);
    },
  },
};

export const log = pino(logOptions);
