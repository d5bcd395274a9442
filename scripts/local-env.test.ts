import { describe, expect, it } from 'vitest';
import { chosenEnv, portOf, withoutBlanks } from './local-env.ts';

const chosen = {
  databaseUrl: 'postgresql://local',
  dataDir: '/data',
  port: 3100,
  secrets: {
    NEXTAUTH_SECRET: 'made',
    CRON_SECRET: 'made too',
    METRICS_TOKEN: 'made as well',
    POSTGRES_PASSWORD: 'hidden',
  },
};
const sandbox = { url: 'http://127.0.0.1:4010', key: 'SG_local' };

describe('the variables of a local start', () => {
  it('marks the start as the launcher’s, so that defaults of a laptop are allowed', () => {
    expect(chosenEnv({}, chosen)).toMatchObject({
      FITTING_ROOM_LAUNCHER: '1',
      DATABASE_URL: 'postgresql://local',
      NEXTAUTH_URL: 'http://localhost:3100',
      NEXTAUTH_SECRET: 'made',
    });
  });

  it('keeps what the person has set', () => {
    const given = { NEXTAUTH_URL: 'https://shop.example', NEXTAUTH_SECRET: 'theirs' };
    expect(chosenEnv(given, chosen)).toMatchObject(given);
  });

  it('points the provider at the sandbox only when there is one', () => {
    expect(chosenEnv({}, chosen)).not.toHaveProperty('SEGMIND_API_KEY');
    expect(chosenEnv({}, { ...chosen, sandbox })).toMatchObject({
      SEGMIND_API_KEY: 'SG_local',
      SEGMIND_BASE_URL: 'http://127.0.0.1:4010',
      SEGMIND_OUTPUT_HOSTS: '127.0.0.1:4010',
      SEGMIND_IS_SANDBOX: '1',
      ALLOW_SANDBOX: '1',
    });
  });

  it('hands the database password to nobody but in the address of the database', () => {
    expect(Object.values(chosenEnv({}, { ...chosen, sandbox }))).not.toContain('hidden');
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(withoutBlanks({ SEGMIND_API_KEY: ' ', DATABASE_URL: '', PORT: '3001' })).toEqual({
      PORT: '3001',
    });
  });
});

describe('the port', () => {
  it('is 3000 unless PORT says otherwise', () => {
    expect(portOf({})).toBe(3000);
    expect(portOf({ PORT: '3001' })).toBe(3001);
  });

  it.each(['0', '-1', '65536', '30.5', 'http'])('is none when PORT is %s', (PORT) => {
    expect(portOf({ PORT })).toBeUndefined();
  });
});
