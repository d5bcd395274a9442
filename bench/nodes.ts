import { busyCores, type Costs } from '../scripts/capacity-model.ts';
import type { Life } from '../scripts/command.ts';
import { noteFile } from '../scripts/orphans.ts';
import { startProductionApp } from './production-app.ts';
import type { Findings, Row } from './report.ts';
import { letIn, type Parts, pidOf, type Run, Site } from './site.ts';

/**
 * Web nodes and workers beside each other on one PostgreSQL, with shoppers who ask for try-ons and wait
 * for them at whichever node they came to. What a try-on and an answer cost is measured with one of each
 * and, by the capacity model, foretold for two; then two of each do it.
 */
const TRY_ONS_EACH = 6;
const WARM_UP_EACH = 2;
const PAGES = 150;
const LOOKS = 150;
const PHOTOS = 48;

export async function benchNodes(life: Life): Promise<Findings> {
  const app = await startProductionApp(life, {
    sandboxFlags: ['--instant', '--stored', '--credits', '1000000'],
    env: { WORKER: 'off', SEGMIND_RPM: '100000', TRUSTED_PROXIES: '1' },
  });
  const dataDir = app.env.FITTING_ROOM_DATA ?? '';
  Object.assign(process.env, app.env, { NODE_ENV: 'production', LOG_LEVEL: 'silent' });
  const { disconnect, ...people } = await letIn();
  const site = new Site(app, people);

  site.nodes.push({ url: app.url, pid: pidOf(noteFile(dataDir, 'server')) });
  await site.startWorker(life);
  await site.run(WARM_UP_EACH, { watchers: 1 });

  const page = await site.loadPages(PAGES);
  const carried = await site.run(TRY_ONS_EACH, { watchers: 0 });
  const one = await site.run(TRY_ONS_EACH, { watchers: 1 });
  const look = await site.loadLooks(LOOKS);
  const photo = await site.uploadPhotos(PHOTOS);
  const costs = costsOf(carried, one, { page, look, photo });

  await site.startNode(life);
  await site.startWorker(life);
  await site.run(WARM_UP_EACH, { watchers: 1 });
  // Another mix than the costs were taken from: each try-on is watched from two places.
  const two = await site.run(TRY_ONS_EACH, { watchers: 2 });
  await disconnect();

  const foretold = busyCores(costs, {
    tryOnsPerSecond: two.tryOns / two.seconds,
    answersPerSecond: two.answers / two.seconds,
  });
  const seen = perSecond(two.used, two.seconds);
  return {
    tables: [
      {
        title: 'carried and told, web nodes and workers on one PostgreSQL and two processors',
        rows: { 'one of each': rates(one), 'two of each': rates(two) },
      },
      {
        title: 'processors busy with two of each',
        rows: {
          foretold: { ...foretold, all: sum(foretold) },
          measured: { ...seen, all: sum(seen) },
        },
      },
      { title: 'what one costs, in ms of a processor', rows: costRows(costs) },
    ],
  };
}

const rates = ({ seconds, tryOns, answers }: Run): Row => ({
  'try-ons/s': tryOns / seconds,
  'answers/s': answers / seconds,
  'answers each': answers / tryOns,
});
const sum = (parts: Record<string, number>) =>
  Object.values(parts).reduce((all, part) => all + part, 0);
const perSecond = ({ web, workers, decoders, database }: Parts, seconds: number) => ({
  web: web / 1000 / seconds,
  workers: (workers + decoders) / 1000 / seconds,
  database: database / 1000 / seconds,
});

/** What the database does for taking in and for carrying is not told apart: it stands with carrying. */
function costsOf(
  carried: Run,
  one: Run,
  { page, look, photo }: Record<'page' | 'look' | 'photo', Parts>,
): Costs {
  const { used, tryOns } = carried;
  const more = (part: keyof Parts) => {
    const each = (one.used[part] - (used[part] * one.tryOns) / tryOns) / one.answers;
    if (each <= 0) throw new Error(`To answer cost ${part} nothing: it was not quiet enough.`);
    return each;
  };
  return {
    submit: { web: used.web / tryOns, database: 0 },
    carry: {
      worker: used.workers / tryOns,
      decoder: used.decoders / tryOns,
      database: used.database / tryOns,
    },
    answer: { web: more('web'), database: more('database') },
    page: { web: page.web / PAGES, database: page.database / PAGES },
    picture: { web: look.web / LOOKS, database: look.database / LOOKS },
    photo: { web: photo.web / PHOTOS, database: photo.database / PHOTOS },
    answersEach: one.answers / one.tryOns,
    // Measured by others.
    gateHeldMs: Number.NaN,
    waitingEach: Number.NaN,
  };
}

const costRows = (costs: Costs): Record<string, Row> => ({
  'taking a try-on in, and carrying it': {
    web: costs.submit.web,
    ...costs.carry,
  },
  'an answer to who waits': { ...costs.answer, 'of them a try-on': costs.answersEach },
  'a page of garments': costs.page,
  'a private picture handed out': costs.picture,
  'a photo taken in, its decoder included': costs.photo,
});
