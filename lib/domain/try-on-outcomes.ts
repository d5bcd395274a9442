import fc from 'fast-check';
import { errorClasses } from './try-on-error.ts';
import type { SaveOutcome, StatusOutcome, SubmitOutcome } from './try-on-steps.ts';

/** Whatever the provider may answer, for property tests. */
const text = fc.string();
const errorClass = fc.constantFrom(...errorClasses);
const httpStatus = fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined });
const unavailable = fc.record({
  kind: fc.constant('unavailable' as const),
  errorClass,
  providerText: text,
  httpStatus,
});
const failed = fc.record({
  kind: fc.constant('failed' as const),
  errorClass,
  providerText: text,
  httpStatus,
});
const gone = fc.constant({ kind: 'gone' as const });
export const submitOutcome: fc.Arbitrary<SubmitOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('accepted' as const), requestId: fc.uuid() }),
  fc.record({
    kind: fc.constant('not_accepted' as const),
    errorClass,
    providerText: text,
    httpStatus,
    resend: fc.constantFrom('later' as const, 'once' as const, 'never' as const),
  }),
  fc.record({ kind: fc.constant('unknown' as const), providerText: text, httpStatus }),
);
export const statusOutcome: fc.Arbitrary<StatusOutcome> = fc.oneof(
  fc.record({
    kind: fc.constant('pending' as const),
    providerStatus: fc.constantFrom('QUEUED' as const, 'PROCESSING' as const),
  }),
  fc.constant({ kind: 'completed' as const }),
  failed,
  gone,
  unavailable,
);
export const saveOutcome: fc.Arbitrary<SaveOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('saved' as const), mediaId: fc.uuid() }),
  fc.record({ kind: fc.constant('unreadable' as const), providerText: text }),
  fc.constant({ kind: 'storage_unavailable' as const }),
  fc.constant({ kind: 'pending' as const }),
  failed,
  gone,
  unavailable,
);
