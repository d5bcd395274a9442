import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a laptop needs kept secret: made on the first start, the same ever after. */
export interface LocalSecrets {
  NEXTAUTH_SECRET: string;
  CRON_SECRET: string;
  METRICS_TOKEN: string;
  POSTGRES_PASSWORD: string;
}

/** Reads `.data/secrets.json`, making it (readable by its owner only) or adding what it lacks. */
export function localSecrets(dataDir: string): LocalSecrets {
  const file = path.join(dataDir, 'secrets.json');
  const kept = readKept(file);
  const secrets: LocalSecrets = {
    NEXTAUTH_SECRET: kept.NEXTAUTH_SECRET ?? newSecret(),
    CRON_SECRET: kept.CRON_SECRET ?? newSecret(),
    METRICS_TOKEN: kept.METRICS_TOKEN ?? newSecret(),
    POSTGRES_PASSWORD: kept.POSTGRES_PASSWORD ?? newSecret(),
  };
  const complete = Object.entries(secrets).every(
    ([name, value]) => kept[name as keyof LocalSecrets] === value,
  );
  if (complete) {
    chmodSync(file, 0o600);
    return secrets;
  }
  mkdirSync(dataDir, { recursive: true });
  // Renamed when whole: a password lost half-way would lock us out of the database.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readKept(file: string): Partial<LocalSecrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
