import 'server-only';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import { exchange } from './exchange.ts';
import { checkOutputAddress, type OutputHost, type OutputRefusal } from './output-hosts.ts';
import { type PictureType, sniffPicture } from './picture-bytes.ts';

export type DownloadOutcome =
  | { kind: 'downloaded'; bytes: Uint8Array; contentType: PictureType }
  /** Nothing was fetched: the address is not one that outputs may come from. */
  | { kind: 'refused'; errorClass: 'result_unreadable'; reason: OutputRefusal; message: string }
  | {
      kind: 'failed';
      errorClass: Extract<
        TryOnErrorClass,
        'provider_error' | 'provider_timeout' | 'result_unreadable' | 'result_expired'
      >;
      /** Without the address: whoever has it sees the picture. */
      message: string;
      httpStatus?: number;
      /** Whether the same address may give the picture after all, as long as the record lives. */
      tryAgain: boolean;
    };

export type DownloadOptions = Readonly<{
  fetch: typeof fetch;
  hosts: readonly OutputHost[];
  /** 20 MB by default. */
  maxBytes?: number;
  /** For everything, the last byte included; 30 s by default. */
  timeoutMs?: number;
}>;

/**
 * Copies a finished picture from where the provider put it. The address is taken from an answer, so
 * it is held against the allow-list first; no redirect is followed and no key is sent.
 */
export async function downloadOutput(
  address: string,
  { fetch: send, hosts, maxBytes = 20_000_000, timeoutMs = 30_000 }: DownloadOptions,
): Promise<DownloadOutcome> {
  const checked = checkOutputAddress(address, hosts);
  if (checked.kind === 'refused') {
    return {
      kind: 'refused',
      errorClass: 'result_unreadable',
      reason: checked.reason,
      message: REFUSALS[checked.reason],
    };
  }

  const limits = { timeoutMs, maxBodyBytes: maxBytes };
  const answer = await exchange(send, { method: 'GET', url: checked.url }, limits);
  if (answer.kind === 'failed') {
    const { timedOut, message } = answer.failure;
    return {
      kind: 'failed',
      errorClass: timedOut ? 'provider_timeout' : 'provider_error',
      message,
      tryAgain: true,
    };
  }

  const { status: httpStatus, body, cut } = answer;
  if (httpStatus !== 200) return failedStatus(httpStatus);
  if (cut !== undefined) return { kind: 'failed', httpStatus, ...CUTS[cut] };
  const contentType = sniffPicture(body);
  if (contentType === undefined) {
    return {
      kind: 'failed',
      errorClass: 'result_unreadable',
      message: `not a JPEG, PNG or WebP (${body.length} bytes)`,
      httpStatus,
      // Storage hosts answer 200 with an error page, or nothing, while a file is being written.
      tryAgain: true,
    };
  }
  return { kind: 'downloaded', bytes: body, contentType };
}

const REFUSALS: Readonly<Record<OutputRefusal, string>> = {
  not_an_address: 'the output is not an address',
  scheme: 'the output is not at an https address',
  user_name: 'the address of the output holds a user name',
  literal_address: 'the output is at a literal IP address',
  host: 'the output is at a host that SEGMIND_OUTPUT_HOSTS does not name',
};

const CUTS = {
  size: { errorClass: 'result_unreadable', message: 'the output is too large', tryAgain: false },
  deadline: {
    errorClass: 'provider_timeout',
    message: 'the output did not arrive in time',
    tryAgain: true,
  },
  socket: { errorClass: 'provider_error', message: 'the output was cut off', tryAgain: true },
} as const;

function failedStatus(httpStatus: number): DownloadOutcome {
  const message = `HTTP ${httpStatus} for the output`;
  if (httpStatus >= 300 && httpStatus < 400) {
    return {
      kind: 'failed',
      errorClass: 'result_unreadable',
      message: `${message}: redirects are not followed`,
      httpStatus,
      tryAgain: false,
    };
  }
  // S3 answers 403 for a file that is not there (yet) when listing is forbidden.
  if ([403, 404, 410].includes(httpStatus)) {
    return {
      kind: 'failed',
      errorClass: 'result_expired',
      message,
      httpStatus,
      tryAgain: httpStatus !== 410,
    };
  }
  const errorClass =
    httpStatus === 408 || httpStatus === 504 ? 'provider_timeout' : 'provider_error';
  return { kind: 'failed', errorClass, message, httpStatus, tryAgain: true };
}
