import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOutputAddress, DEFAULT_OUTPUT_HOSTS, parseOutputHosts } from './output-hosts.ts';

const DEFAULTS = parseOutputHosts(DEFAULT_OUTPUT_HOSTS);
const reasonOf = (address: string, hosts = DEFAULTS) => {
  const checked = checkOutputAddress(address, hosts);
  return checked.kind === 'refused' ? checked.reason : 'allowed';
};

describe('where an output may come from', () => {
  it.each([
    'https://images.segmind.com/generations/a.jpeg',
    'https://images.segmind.com:443/a',
    'https://IMAGES.SEGMIND.COM/a',
    'https://segmind-sd-models.s3.amazonaws.com/a.png?X-Amz-Signature=1',
    'https://segmind-.s3.amazonaws.com/a',
  ])('allows %s', (address) => {
    expect(reasonOf(address)).toBe('allowed');
  });

  it.each([
    ['http://images.segmind.com/a', 'scheme'],
    ['ftp://images.segmind.com/a', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:image/png;base64,AA', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://u@images.segmind.com/a', 'user_name'],
    ['https://u:p@images.segmind.com/a', 'user_name'],
    ['https://images.segmind.com@evil.example/a', 'user_name'],
    ['https://evil.example/a', 'host'],
    ['https://images.segmind.com.evil.example/a', 'host'],
    ['https://images.segmind.com./a', 'host'],
    ['https://evil-images.segmind.com/a', 'host'],
    ['https://api.segmind.com/a', 'host'],
    ['https://segmind-a.b.s3.amazonaws.com/a', 'host'],
    ['https://evil.example/segmind-a.s3.amazonaws.com', 'host'],
    ['https://evil-segmind-a.s3.amazonaws.com/a', 'host'],
    ['https://images-segmind.com/a', 'host'],
    ['https://images.segmind.com:8443/a', 'host'],
    ['http://images.segmind.com:443/a', 'scheme'],
    ['https://localhost/a', 'host'],
    ['https://ımages.segmind.com/a', 'host'],
    ['https://127.0.0.1/a', 'literal_address'],
    ['https://2130706433/a', 'literal_address'],
    ['https://0x7f.1/a', 'literal_address'],
    ['https://0177.0.0.1/a', 'literal_address'],
    ['https://127.1/a', 'literal_address'],
    ['https://169.254.169.254/latest/meta-data', 'literal_address'],
    ['https://[::1]/a', 'literal_address'],
    ['https://[::ffff:127.0.0.1]/a', 'literal_address'],
    ['https://[fd00::1]/a', 'literal_address'],
    ['', 'not_an_address'],
    ['images.segmind.com/a', 'not_an_address'],
    ['//images.segmind.com/a', 'not_an_address'],
    ['https://', 'not_an_address'],
    ['https://images.segmind.com:99999/a', 'not_an_address'],
  ])('refuses %s', (address, reason) => {
    expect(reasonOf(address)).toBe(reason);
  });

  it('allows plain HTTP, literal addresses and short names where the port is named', () => {
    const hosts = parseOutputHosts(['127.0.0.1:4010', 'sandbox:4010', '[::1]:4010']);
    expect(reasonOf('http://127.0.0.1:4010/a', hosts)).toBe('allowed');
    expect(reasonOf('http://sandbox:4010/a', hosts)).toBe('allowed');
    expect(reasonOf('https://sandbox:4010/a', hosts)).toBe('allowed');
    expect(reasonOf('http://[::1]:4010/a', hosts)).toBe('allowed');
    expect(reasonOf('http://127.0.0.1:4011/a', hosts)).toBe('literal_address');
    expect(reasonOf('http://127.0.0.1/a', hosts)).toBe('literal_address');
    expect(reasonOf('http://127.0.0.2:4010/a', hosts)).toBe('literal_address');
    expect(reasonOf('http://sandbox/a', hosts)).toBe('host');
    expect(reasonOf('http://127a0.0.1:4010/a', hosts)).not.toBe('allowed');
  });

  it('lets no address through whose host is not one of those named', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        expect(reasonOf(address)).not.toBe('allowed');
      }),
    );
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(reasonOf(`https://images.segmind.com.${domain}/`)).not.toBe('allowed');
        expect(reasonOf(`https://segmind-a.s3.amazonaws.com.${domain}/`)).not.toBe('allowed');
      }),
    );
  });

  it.each([
    '',
    '*',
    '*.com',
    'segmind.*',
    '*.s3*.com',
    'images..segmind.com',
    '.segmind.com',
    'https://images.segmind.com',
    'images.segmind.com/path',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'a b.com',
    'user@host.com',
    'host.com:port',
    '*:4010',
  ])('refuses %j as an entry, and quotes it', (entry) => {
    expect(() => parseOutputHosts([entry])).toThrow(`"${entry}"`);
  });
});
