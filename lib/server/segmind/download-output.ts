import 'server-only';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type {
  FetchRefusal,
  GuardedFetch,
  GuardedFetchOptions,
} from '#lib/server/http/guarded-fetch.ts';
import { resolveHost } from '#lib/server/http/resolve-host.ts';
import {
  checkOutputAddress,
  type OutputHost,
  type OutputRefusal,
  standIns,
} from './output-hosts.ts';
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

/** How outputs are fetched. No redirect is followed: an output is where the provider said it is. */
export const outputFetchOptions = (hosts: readonly OutputHost[]): GuardedFetchOptions => ({
  resolve: resolveHost,
  exempt: standIns(hosts),
  mixedAddresses: 'public_only',
  accept: 'image/jpeg,image/png,image/webp',
  maxBytes: 20_000_000,
  connectMs: 10_000,
  totalMs: 30_000,
  perHost: 64,
  maxRedirects: 0,
  userAgent: 'FittingRoom/1',
});

/**
 * Copies a finished picture from where the provider put it. The address is taken from an answer, so
 * it is held against the allow-list first, and what its host resolves to is checked like any address
 * that somebody gave us; no redirect is followed and no key is sent.
 *
 * @param tools `fetchOutput` made with `outputFetchOptions` of the same hosts.
 */
export async function downloadOutput(
  address: string,
  { fetchOutput, hosts }: { fetchOutput: GuardedFetch; hosts: readonly OutputHost[] },
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
  const fetched = await fetchOutput(checked.url.href);
  if (!fetched.ok) {
    if (fetched.status !== undefined) return failedStatus(fetched.status);
    return { kind: 'failed', ...FAILURES[fetched.code] };
  }
  const { bytes } = fetched;
  const contentType = sniffPicture(bytes);
  if (contentType === undefined) {
    return {
      kind: 'failed',
      errorClass: 'result_unreadable',
      message: `not a JPEG, PNG or WebP (${bytes.length} bytes)`,
      httpStatus: 200,
      // Storage hosts answer 200 with an error page, or nothing, while a file is being written.
      tryAgain: true,
    };
  }
  return { kind: 'downloaded', bytes, contentType };
}

const REFUSALS: Readonly<Record<OutputRefusal, string>> = {
  not_an_address: 'the output is not an address',
  scheme: 'the output is not at an https address',
  user_name: 'the address of the output holds a user name',
  literal_address: 'the output is at a literal IP address',
  host: 'the output is at a host that SEGMIND_OUTPUT_HOSTS does not name',
};

type Failure = Omit<Extract<DownloadOutcome, { kind: 'failed' }>, 'kind' | 'httpStatus'>;

const broken = (message: string): Failure => ({
  errorClass: 'provider_error',
  message,
  tryAgain: true,
});
const unreadable = (message: string): Failure => ({
  errorClass: 'result_unreadable',
  message,
  tryAgain: false,
});

/** What the fetch refused, or what it met instead of a status. */
const FAILURES: Readonly<Record<FetchRefusal, Failure>> = {
  bad_address: unreadable('the output is not at an address that can be read'),
  scheme: unreadable(REFUSALS.scheme),
  port: unreadable('the output is at a port that SEGMIND_OUTPUT_HOSTS does not name'),
  credentials: unreadable(REFUSALS.user_name),
  // A name server that lies, or one that is wrong for a while: the picture is paid for.
  private_address: broken(
    'the host of the output is in a private network; SEGMIND_OUTPUT_HOSTS names exceptions as host:port',
  ),
  unknown_host: broken('the host of the output is not known'),
  unreachable: broken('the output was cut off, or its host did not answer'),
  timeout: {
    errorClass: 'provider_timeout',
    message: 'the output did not arrive in time',
    tryAgain: true,
  },
  too_large: unreadable('the output is too large'),
  too_many_redirects: unreadable('redirects are not followed'),
  http_error: broken('an error instead of the output'),
};

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
