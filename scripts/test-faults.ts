// `npm run test:faults -- --kills 1000`: what becomes of try-ons when everything around them fails.
// `--short` is the form that runs inside `npm test`; `--only storm,stop` runs some of the rounds.
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { formatRounds, isKept, keepRound, type RoundReport, showRound } from './faults/report.ts';
import { makeWorld } from './faults/world.ts';
import { givenEnv } from './local-env.ts';
import { ensureClient } from './prisma-client.ts';
import { say, secondsSince } from './progress.ts';
import { inProject } from './project.ts';

await runCommand(async (life) => {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      kills: { type: 'string', default: '100' },
      only: { type: 'string' },
      lease: { type: 'string' },
      outage: { type: 'string', default: '60' },
      burst: { type: 'string', default: '60' },
      rpm: { type: 'string', default: '300' },
      report: { type: 'string' },
    },
  });
  await ensureClient(givenEnv());
  const startedAt = performance.now();
  const leaseSeconds = Number(values.lease ?? (values.short ? 3 : 30));
  const world = await makeWorld(givenEnv(), life, { leaseSeconds });
  // Nothing of the person's own set-up: no real database, no paid calls, no real pictures.
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_|SEGMIND_|BLOB_|SMTP_|NEXTAUTH_|CRASH_|LEASE_)/.test(name))
      delete process.env[name];
  }
  Object.assign(process.env, world.env, { NODE_ENV: 'production' });
  // Loaded only now: the server's code reads its variables when it loads.
  const { runCampaign } = await import('./faults/campaign.ts');
  const rounds: RoundReport[] = [];
  // A short run is no evidence worth keeping; it only tells whoever asked.
  const file =
    values.report ?? (values.short ? null : inProject('bench', 'results', 'faults.json'));
  await runCampaign(world, {
    short: values.short,
    kills: values.short ? 16 : Number(values.kills),
    only: values.only?.split(','),
    leaseSeconds,
    outageSeconds: Number(values.outage),
    burst: { size: Number(values.burst), rpm: Number(values.rpm) },
    onRound(name, round) {
      rounds.push(round);
      showRound(round);
      if (file) keepRound(file, name, { ...round, leaseSeconds, on: new Date().toISOString() });
    },
  });
  say(`\n${formatRounds(rounds)}\n`);
  say(`Leases of ${leaseSeconds} s. It took ${secondsSince(startedAt)}.`);
  return rounds.every(isKept) ? 0 : 1;
});
