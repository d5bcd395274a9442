import { describe, expect, it } from 'vitest';
import {
  describeDatabaseUrl,
  explainConnection,
  explainServerOutput,
  isPortTaken,
} from './postgres-errors.ts';

const url = 'postgresql://shop:s3cret%21@db.example:6432/fitting';

describe('what is said about DATABASE_URL', () => {
  it('names the host that cannot be found', () => {
    expect(explainConnection(url, 'ENOTFOUND', 'getaddrinfo')).toContain('"db.example"');
  });

  it('says what to start when nothing answers', () => {
    const sentence = explainConnection(url, 'ECONNREFUSED', 'connect ECONNREFUSED');
    expect(sentence).toContain('db.example:6432');
    expect(sentence).toContain('Start that PostgreSQL server');
  });

  it('names the user and not the password when the password is wrong', () => {
    const sentence = explainConnection(url, '28P01', 'password authentication failed');
    expect(sentence).toContain('"shop"');
    expect(sentence).not.toContain('s3cret');
  });

  it('asks about TLS when the server hangs up without a code', () => {
    expect(explainConnection(url, '', 'Connection terminated unexpectedly')).toContain('sslmode');
  });

  it('gives the command that makes a missing database', () => {
    const sentence = explainConnection(url, '3D000', 'database "fitting" does not exist');
    expect(sentence).toContain('createdb -h db.example -p 6432 -U "shop" "fitting"');
  });

  it('shows the right form for something that is no address at all', () => {
    for (const wrong of ['fitting', 'mysql://root@localhost/fitting', '']) {
      expect(explainConnection(wrong, '', 'Invalid URL')).toContain(
        'postgresql://user:password@host:5432/database',
      );
    }
  });

  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    '28P01',
    '28000',
    '3D000',
    '42501',
    '53300',
    '57P03',
    'XX000',
    '',
  ])('never shows the password, whatever happened (%s)', (code) => {
    expect(explainConnection(url, code, 'a message')).not.toMatch(/s3cret/);
  });

  it('takes the defaults of PostgreSQL for parts that are left out', () => {
    expect(describeDatabaseUrl('postgres://localhost')).toEqual({
      host: 'localhost',
      port: '5432',
      user: 'the current user',
      database: 'the default database',
    });
  });
});

describe('what is said about the built-in server', () => {
  it('recognises a full disk in the words of the server', () => {
    const output = 'FATAL: could not write to file "pg_wal/xlogtemp.1": No space left on device';
    expect(explainServerOutput(output, '/data')).toMatch(/^The disk is full \(\/data\)/);
  });

  it('advises another place when the account may not enter the folder', () => {
    const output = 'initdb: error: could not access directory "/root/x": Permission denied';
    expect(explainServerOutput(output, '/root/x')).toContain('FITTING_ROOM_DATA');
  });

  it('keeps the last words of a failure that it does not know', () => {
    expect(explainServerOutput('LOG: one\nFATAL: odd', '/data')).toContain('FATAL: odd');
  });

  it('tells a taken port from other failures', () => {
    expect(isPortTaken('could not bind IPv4 address "127.0.0.1": Address already in use')).toBe(
      true,
    );
    expect(isPortTaken('FATAL: could not open file')).toBe(false);
  });
});
