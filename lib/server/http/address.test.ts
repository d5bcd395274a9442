import { describe, expect, it } from 'vitest';
import { networkOf } from './address.ts';

describe('the address that limits count', () => {
  it('is the socket’s where no proxy stands in front, whatever the client says', () => {
    expect(networkOf('203.0.113.7', 0)).toBe('203.0.113.7');
    expect(networkOf('1.1.1.1, 203.0.113.7', 0)).toBe('203.0.113.7');
  });

  it('is the one that the outermost of our proxies was asked from', () => {
    expect(networkOf('203.0.113.7, 10.0.0.2', 1)).toBe('203.0.113.7');
    expect(networkOf('1.1.1.1, 203.0.113.7, 10.0.0.2', 1)).toBe('203.0.113.7');
    expect(networkOf('1.1.1.1, 203.0.113.7, 10.0.0.3, 10.0.0.2', 2)).toBe('203.0.113.7');
  });

  it('is the furthest one known when a request came around the proxies', () => {
    expect(networkOf('203.0.113.7', 1)).toBe('203.0.113.7');
  });

  it('is the same for all addresses that one household has', () => {
    const of = (address: string) => networkOf(address, 0);
    expect(of('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64');
    expect(of('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(of('2001:db8:1:2::1'));
    expect(of('2001:db8:1:3::1')).not.toBe(of('2001:db8:1:2::1'));
  });

  it('is read in all the ways that it is written', () => {
    for (const way of ['203.0.113.7', '::ffff:203.0.113.7', '203.0.113.7:41000']) {
      expect(networkOf(way, 0)).toBe('203.0.113.7');
    }
    expect(networkOf('[2001:db8::1]:41000', 0)).toBe('2001:db8::/64');
  });

  it('is one and the same where nothing can be read', () => {
    for (const nothing of [null, '', 'unknown', '<script>', ', ,']) {
      expect(networkOf(nothing, 1)).toBe('unknown');
    }
  });
});
