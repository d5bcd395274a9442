import { describe, expect, it } from 'vitest';
import { readNetworkError } from './network-error.ts';
import { fetchFailure } from './testing/scripted-fetch.ts';

describe('what a network error proves', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  ])('knows that nothing was sent after %s', (code) => {
    expect(readNetworkError(fetchFailure(code))).toMatchObject({ sent: 'not_sent' });
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'HPE_INVALID_CONSTANT',
    'EPROTO',
    'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    'SOMETHING_NEW',
  ])('cannot tell after %s', (code) => {
    expect(readNetworkError(fetchFailure(code))).toMatchObject({ sent: 'lost' });
  });

  it('tells a connection that timed out from a peer that fell silent', () => {
    const connecting = readNetworkError(fetchFailure('ETIMEDOUT', { syscall: 'connect' }));
    const reading = readNetworkError(fetchFailure('ETIMEDOUT', { syscall: 'read' }));
    expect(connecting).toMatchObject({ sent: 'not_sent', timedOut: true });
    expect(reading).toMatchObject({ sent: 'lost', timedOut: true });
  });

  it('knows a handshake that was cut off by its sentence, not by its code', () => {
    const cause = Object.assign(
      new Error('Client network socket disconnected before secure TLS connection was established'),
      { code: 'ECONNRESET' },
    );
    expect(readNetworkError(new TypeError('fetch failed', { cause })).sent).toBe('not_sent');
  });

  it('believes several addresses only when every one of them proves it', () => {
    const of = (...codes: string[]) =>
      new TypeError('fetch failed', {
        cause: new AggregateError(codes.map((code) => Object.assign(new Error(code), { code }))),
      });
    expect(readNetworkError(of('ECONNREFUSED', 'ENETUNREACH')).sent).toBe('not_sent');
    expect(readNetworkError(of('ECONNREFUSED', 'ECONNRESET')).sent).toBe('lost');
  });

  it.each([
    undefined,
    null,
    'text',
    new Error('no code'),
    new TypeError('fetch failed'),
    new DOMException('aborted', 'AbortError'),
  ])('cannot tell after %s', (error) => {
    expect(readNetworkError(error).sent).toBe('lost');
  });

  it('stops at a cause that points at itself', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(readNetworkError(error).sent).toBe('lost');
  });

  it('does not take a property of every object for a code', () => {
    expect(readNetworkError(fetchFailure('constructor')).sent).toBe('lost');
  });
});
