import type { TryOnState } from '#lib/domain/try-on.ts';
import type { Life } from '../scripts/command.ts';
import { serveEmptyPage } from './empty-page.ts';
import { type Asked, browserHeaders, loadFor } from './load.ts';
import { startProductionApp } from './production-app.ts';
import type { Figure, Findings } from './report.ts';
import { seedShoppers } from './seeded-shoppers.ts';
import { note } from './times.ts';

/**
 * What a process answers to shoppers who ask how their try-ons stand: target P4. The whole view is what
 * a page that was just opened asks for, and in substance what ends a hold with news. “Nothing newer, not
 * held” is what the route costs when a hold ends in vain, without the hold: no page of ours asks with a
 * wait of 0, and a hold that news end is P5's. Beside them a route handler of Next's that does nothing,
 * which a status does not come as far as.
 *
 * Each connection asks again when it is answered, so all of them keep step with a server that pauses:
 * what such a pause would do to those who come meanwhile is seen once a connection, and p99 is rather
 * too good for people who come when they like.
 */
const SHOPPERS = 400;
const CONNECTIONS = 50;
const ROUNDS = 3;
const SECONDS = 2;
const STATES: TryOnState[] = [
  ...(['queued', 'sending', 'running', 'running', 'saving'] as const),
  ...(['succeeded', 'succeeded', 'failed', 'blocked'] as const),
];

export async function benchStatus(life: Life): Promise<Findings> {
  const app = await startProductionApp(life, { sandboxFlags: ['--instant'] });
  const shoppers = await seedShoppers(app, SHOPPERS, STATES);
  const bare = await serveEmptyPage(life);

  let turn = 0;
  const anybody = () => {
    turn += 1;
    const shopper = shoppers[turn % shoppers.length];
    if (!shopper) throw new Error('There is nobody.');
    return shopper;
  };
  const wholeView = (): Asked => {
    const { tryOnId, cookie } = anybody();
    return { path: `/api/try-ons/${tryOnId}`, headers: { ...browserHeaders, cookie } };
  };
  const nothingNew = (): Asked => {
    const { tryOnId, cookie, version } = anybody();
    return {
      path: `/api/try-ons/${tryOnId}?since=${version}&wait=0`,
      headers: { ...browserHeaders, cookie, 'if-none-match': `W/"${tryOnId}.${version}"` },
    };
  };
  const { cookie } = anybody();
  const bareHandler = () => ({ path: '/api/bare', headers: { ...browserHeaders, cookie } });
  const kinds = {
    'status, the whole view': { url: app.url, next: wholeView, expected: 200 },
    'status, nothing newer, not held': { url: app.url, next: nothingNew, expected: 304 },
    'a bare handler': { url: bare, next: bareHandler, expected: 200 },
  };

  const rates: Record<string, number[]> = {};
  const slowest: Record<string, number[]> = {};
  // Round by round, so that what else the machine does falls on all of them.
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, { url, ...load }] of Object.entries(kinds)) {
      const { perSecond, p99 } = await loadFor(url, {
        ...load,
        connections: CONNECTIONS,
        seconds: SECONDS,
      });
      // The first round is for warming up.
      if (round < 0) continue;
      note(rates, name, perSecond);
      note(slowest, name, p99);
    }
  }
  const figures = Object.keys(kinds).flatMap((what): Figure[] => {
    const isYardstick = what === 'a bare handler';
    const figure = { row: 'P4' as const, what };
    return [
      {
        ...figure,
        unit: 'requests/s',
        rounds: rates[what] ?? [],
        ...(isYardstick ? { yardstick: true } : { target: { atLeast: 1_000 } }),
      },
      {
        ...figure,
        what: `${what}, p99`,
        unit: 'ms',
        rounds: slowest[what] ?? [],
        ...(isYardstick ? { yardstick: true } : { target: { atMost: 100 } }),
      },
    ];
  });
  return { figures };
}
