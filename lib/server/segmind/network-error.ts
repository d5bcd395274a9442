import 'server-only';

/**
 * What a rejected `fetch` proves.
 * - `not_sent`: not one byte of the request reached the provider; it may be sent again freely.
 * - `lost`: the request, or a part of it, may have arrived. After a submit nobody can tell whether a
 *   job is running and billed, since the API has neither an idempotency key nor a list of jobs.
 */
export type NetworkFailure = Readonly<{
  sent: 'not_sent' | 'lost';
  timedOut: boolean;
  /** A short sentence without addresses, header values or the body of the request. */
  message: string;
}>;

/**
 * Codes that can only come before a connection stands. Each was checked against the sources of
 * Node 24 and undici: a code that can also come later does not belong here.
 */
const BEFORE_CONNECTION: Readonly<Record<string, string>> = {
  // Nothing listens at the other end.
  ECONNREFUSED: 'connection refused',
  // The name does not exist, or there is no address for it.
  ENOTFOUND: 'host name not found',
  // The resolver did not answer: no address, so no connection.
  EAI_AGAIN: 'host name could not be looked up',
  // No way out of this machine.
  ENETUNREACH: 'network unreachable',
  EHOSTUNREACH: 'host unreachable',
  ENETDOWN: 'network down',
  EADDRNOTAVAIL: 'no local address for the connection',
  // undici's own limit for TCP and TLS together; it gives up before it writes the request.
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
  // The certificate is verified before the first byte of HTTP is written.
  ERR_TLS_CERT_ALTNAME_INVALID: 'TLS: the certificate is for another host',
  CERT_HAS_EXPIRED: 'TLS: the certificate has expired',
  CERT_NOT_YET_VALID: 'TLS: the certificate is not valid yet',
  CERT_REVOKED: 'TLS: the certificate is revoked',
  CERT_UNTRUSTED: 'TLS: the certificate is not trusted',
  CERT_REJECTED: 'TLS: the certificate is rejected',
  CERT_SIGNATURE_FAILURE: 'TLS: the signature of the certificate is wrong',
  CERT_CHAIN_TOO_LONG: 'TLS: the certificate chain is too long',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS: the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS: a certificate in the chain is self-signed',
  UNABLE_TO_GET_ISSUER_CERT: 'TLS: the issuer of the certificate is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS: the issuer of the certificate is unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS: the certificate could not be verified',
  HOSTNAME_MISMATCH: 'TLS: the certificate is for another host',
  INVALID_CA: 'TLS: the certificate authority is invalid',
  // Alerts of a handshake that did not come about. Other ERR_SSL_… codes are left out on purpose: a
  // damaged record can raise them in the middle of an answer, too.
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'TLS: the handshake failed',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'TLS: no common protocol version',
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'TLS: the server does not know this host',
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: 'TLS: no common protocol version',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'TLS: no common protocol version',
  // Plain HTTP where TLS was expected: the first record of the handshake is not TLS.
  ERR_SSL_WRONG_VERSION_NUMBER: 'TLS: the server does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'TLS: the server does not speak TLS',
};

/** Node's message for a socket that ends during the handshake; its code, ECONNRESET, proves nothing. */
const ENDED_IN_HANDSHAKE = 'before secure TLS connection was established';

/** Codes after which the request may have arrived, with the words for them. */
const MAYBE_SENT: Readonly<Record<string, string>> = {
  // The peer went away, before or after it read the request.
  ECONNRESET: 'connection reset',
  EPIPE: 'connection closed while the request was written',
  ECONNABORTED: 'connection aborted',
  UND_ERR_SOCKET: 'connection closed before the answer was complete',
  // The request went out, the first byte of the answer did not come.
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped in the middle',
  // The answer is not HTTP; whatever sent it has read the request.
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too large',
};

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/**
 * Reads what `fetch` rejected with. Anything that is not known for certain counts as `lost`: a
 * try-on that a person must look at is cheaper than a picture that is paid for twice.
 */
export function readNetworkError(error: unknown): NetworkFailure {
  for (const cause of causesOf(error)) {
    const code = textOf(cause, 'code');
    const message = textOf(cause, 'message');
    const known = Object.hasOwn(BEFORE_CONNECTION, code) ? BEFORE_CONNECTION[code] : undefined;
    if (known !== undefined) {
      return { sent: 'not_sent', timedOut: TIMEOUTS.has(code), message: `${known} (${code})` };
    }
    // The kernel's ETIMEDOUT comes from connect(2) or from an established connection whose peer fell
    // silent: only the first proves anything.
    if (code === 'ETIMEDOUT' && textOf(cause, 'syscall') === 'connect') {
      return { sent: 'not_sent', timedOut: true, message: 'connection timed out (ETIMEDOUT)' };
    }
    if (message.includes(ENDED_IN_HANDSHAKE)) {
      return { sent: 'not_sent', timedOut: false, message: 'TLS: the server ended the handshake' };
    }
    if (code !== '') {
      const words = Object.hasOwn(MAYBE_SENT, code) ? MAYBE_SENT[code] : undefined;
      return {
        sent: 'lost',
        timedOut: TIMEOUTS.has(code),
        message: `${words ?? 'connection failed'} (${code})`,
      };
    }
  }
  return { sent: 'lost', timedOut: false, message: 'connection failed' };
}

/** `fetch` wraps the reason in `cause`, sometimes more than once. */
function* causesOf(error: unknown): Generator<object> {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (typeof current !== 'object' || current === null) return;
    // One failure for each address that the name had. Only if every one of them came before a
    // connection is the whole of it known not to be sent.
    if (current instanceof AggregateError && current.errors.length > 0) {
      const failures: unknown[] = current.errors;
      const doubtful = failures.find((failure) => readNetworkError(failure).sent === 'lost');
      current = doubtful ?? failures[0];
      continue;
    }
    yield current;
    current = 'cause' in current ? current.cause : undefined;
  }
}

function textOf(value: object, name: 'code' | 'message' | 'syscall'): string {
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : '';
}
