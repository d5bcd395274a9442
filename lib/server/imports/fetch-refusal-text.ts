import 'server-only';
import { MAX_UPLOAD_BYTES } from '#lib/domain/upload-problem.ts';
import type { FetchRefusal, FetchRefused } from '#lib/server/http/guarded-fetch.ts';

const sentences: Record<Exclude<FetchRefusal, 'http_error'>, string> = {
  bad_address: 'This is no complete address. It begins with https://.',
  scheme: 'Only addresses that begin with http:// or https:// are fetched.',
  port: 'Only the usual ports of the web are fetched from. Leave the number behind the host out.',
  credentials: 'An address with a name or password in it is not fetched.',
  private_address: 'This host is not on the open internet, and is not fetched from.',
  unknown_host: 'No such host is known. Check the address for a typing mistake.',
  unreachable: 'The host did not answer, or broke off.',
  timeout: 'It took too long to come.',
  too_large: `The file is larger than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.`,
  too_many_redirects: 'The address leads on from one place to the next, too often.',
};

/** Why a picture could not be fetched, for the shop's people. */
export function fetchRefusalText({ code, status }: FetchRefused): string {
  if (code !== 'http_error') return sentences[code];
  switch (status) {
    case 401:
    case 403:
      return `The host does not let us have it (${status}).`;
    case 404:
    case 410:
      return `There is nothing at this address (${status}).`;
    case 429:
      return 'The host wants to be asked more slowly (429). Try again later.';
    default:
      return `The host answered with an error (${status}).`;
  }
}
