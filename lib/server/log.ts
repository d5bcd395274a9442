import 'server-only';
import pino from 'pino';
import { logLevel } from './env.ts';

/**
 * Structured logs: ids, codes and timings only. Never a picture, a file name, a signed URL or a key;
 * the redaction is the second fence, not the first.
 */
export const log = pino({
  level: logLevel(),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      'apiKey',
      'url',
      'password',
      'token',
      'cookie',
      'authorization',
      '*.apiKey',
      '*.url',
      '*.password',
      '*.token',
      '*.cookie',
      '*.authorization',
    ],
    censor: '[redacted]',
  },
});
