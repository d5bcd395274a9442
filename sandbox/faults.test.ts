import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './faults.ts';

describe('the table of faults', () => {
  it('gives each row its own seed, within the range the provider takes', () => {
    const seeds = FAULTS.map((fault) => fault.seed);
    expect(new Set(seeds).size).toBe(seeds.length);
    for (const seed of seeds) {
      expect(seed).toBeGreaterThan(900_000_000_000_000);
      expect(seed).toBeLessThan(900_000_000_001_000);
    }
  });

  it('stands in the README, row by row', async () => {
    const readme = await readFile(new URL('./README.md', import.meta.url), 'utf8');
    const documented = readme.match(/^\| `9000000000\d+` .*$/gm);
    expect(documented).toEqual(
      FAULTS.map(({ seed, name, says }) => `| \`${seed}\` | \`${name}\` | ${says} |`),
    );
  });
});
