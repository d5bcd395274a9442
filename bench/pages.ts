import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { ensureBrowser } from '../scripts/browser.ts';
import type { Life } from '../scripts/command.ts';
import { givenEnv } from '../scripts/local-env.ts';
import { anyFreePort } from '../scripts/ports.ts';
import { serveEmptyPage } from './empty-page.ts';
import {
  enterRoom,
  headless,
  type Interact,
  measureInteractions,
  openFilters,
  openMenu,
  startPhone,
} from './interactions.ts';
import { bytesOf, phasesOf, scriptKilobytes } from './picture-wait.ts';
import { startProductionApp } from './production-app.ts';
import type { Bench, Figure, Findings, Row, Table } from './report.ts';

/**
 * Pages as Lighthouse's phone sees them: a slow 4G line and a processor four times slower, both
 * calculated. The garment's has the targets; beside it a page of Next's with nothing on it, since less
 * cannot be had.
 *
 * The calculation takes every script that came before the picture for one that the picture waited
 * for, and on this machine's own line they all come at once. So the garment's picture is also timed with the
 * line and the processor really slowed, as the developer tools do it.
 */
const ROUNDS = 3;
const GARMENT = 'garment page';
const EMPTY = 'an empty Next page';

export const benchPages: Bench = (life) =>
  lookAt(life, async (url) => [
    { name: GARMENT, url: `${url}/garments/boxy-tee-white`, interact: enterRoom },
    { name: EMPTY, url: await serveEmptyPage(life) },
  ]);

/** The two others that everybody sees. */
export const benchOtherPages: Bench = (life) =>
  lookAt(life, async (url) => [
    { name: 'home', url, interact: openMenu },
    { name: 'list', url: `${url}/garments`, interact: openFilters },
  ]);

interface LookedAt {
  name: string;
  url: string;
  interact?: Interact;
}

async function lookAt(
  life: Life,
  pagesOf: (appUrl: string) => Promise<LookedAt[]>,
): Promise<Findings> {
  const executablePath = await ensureBrowser(givenEnv(), { withoutWindows: false });
  const app = await startProductionApp(life, { sandboxFlags: ['--instant'] });
  const pages = await pagesOf(app.url);
  const debuggingPort = await anyFreePort();
  const browser = await chromium.launch({
    executablePath,
    args: [...headless, `--remote-debugging-port=${debuggingPort}`],
  });
  life.cleanUp(() => browser.close());
  const phone = await startPhone(life, executablePath);

  const rows: Record<string, Row> = {};
  const figures: Figure[] = [];
  const explained: Table[] = [];
  for (const { name, url, interact } of pages) {
    const rounds: Row[] = [];
    const looks: { fast: Audits; slow: Audits }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const simulated = await askLighthouse(url, debuggingPort, name === EMPTY ? FAST : ALL);
      const figures = figuresOfPage(simulated);
      if (interact) {
        const presses = await measureInteractions(phone, url, interact);
        figures['INP ms'] = Math.max(...presses);
        presses.forEach((ms, place) => {
          figures[`press ${place + 1} ms`] = ms;
        });
      }
      if (name === GARMENT) {
        const slow = await lookOnSlowLine(url, debuggingPort);
        looks.push({ fast: simulated.audits, slow });
        figures['LCP s, slowed'] = numberOf(slow, 'largest-contentful-paint') / 1000;
      }
      rounds.push(figures);
    }
    rows[name] = medians(rounds);
    if (name === GARMENT) {
      figures.push(...figuresOf(name, rounds, targets));
      explained.push(...explain(looks));
    }
    if (name === EMPTY) figures.push(...figuresOf(name, rounds, yardsticks));
  }
  const tables = [
    { title: `pages on a phone, in the median of ${ROUNDS} rounds`, rows },
    ...explained,
  ];
  return { figures, tables };
}

type About = Pick<Figure, 'unit' | 'target' | 'yardstick'>;

const targets: Record<string, About> = {
  'LCP s': { unit: 's', target: { atMost: 1.5 } },
  'LCP s, slowed': { unit: 's' },
  CLS: { unit: '', target: { atMost: 0.03 } },
  'INP ms': { unit: 'ms', target: { atMost: 100 } },
  'JS kB': { unit: 'kB gzip', target: { atMost: 180 } },
  performance: { unit: 'of 100', target: { atLeast: 95 } },
  accessibility: { unit: 'of 100', target: { atLeast: 95 } },
  'best practices': { unit: 'of 100', target: { atLeast: 95 } },
  SEO: { unit: 'of 100', target: { atLeast: 95 } },
};
const yardsticks: Record<string, About> = {
  'LCP s': { unit: 's', yardstick: true },
  'JS kB': { unit: 'kB gzip', yardstick: true },
};

const figuresOf = (page: string, rounds: Row[], about: Record<string, About>): Figure[] =>
  Object.entries(about).map(([column, rest]) => ({
    row: 'P9',
    what: `${page}, ${column.replace(/ (?:s|ms|kB)(?=,|$)/u, '')}`,
    rounds: rounds.map((round) => round[column] ?? Number.NaN),
    ...rest,
  }));

type Audits = Result['audits'];

/** Where the garment page's time goes, before the line is slowed by calculation and on the slow line. */
function explain(looks: { fast: Audits; slow: Audits }[]): Table[] {
  const fast = looks.map((look) => look.fast);
  const [first] = fast;
  const kinds = first ? Object.keys(bytesOf(first)) : [];
  return [
    {
      title: "the wait for the garment page's picture",
      rows: {
        'as observed, to calculate from': medians(fast.map(phasesOf)),
        slowed: medians(looks.map((look) => phasesOf(look.slow))),
      },
    },
    {
      title: 'what the garment page loads, and what of it had come before its picture was painted',
      rows: Object.fromEntries(
        kinds.map((kind) => [kind, medians(fast.map((audits) => bytesOf(audits)[kind] ?? {}))]),
      ),
    },
  ];
}

async function lookOnSlowLine(url: string, port: number): Promise<Audits> {
  const { audits } = await look(url, {
    port,
    onlyAudits: ['largest-contentful-paint', 'lcp-breakdown-insight'],
    throttlingMethod: 'devtools',
  });
  return audits;
}

const FAST = ['performance'];
const ALL = [...FAST, 'accessibility', 'best-practices', 'seo'];

function askLighthouse(url: string, port: number, onlyCategories: string[]): Promise<Result> {
  return look(url, { port, onlyCategories });
}

/** Under load the browser now and then loses the beginning of its own record; then it is asked anew. */
const ATTEMPTS = 3;

async function look(url: string, flags: Parameters<typeof lighthouse>[1]): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await lighthouse(url, { ...flags, output: 'json', logLevel: 'error' });
    if (!result) throw new Error(`Lighthouse has nothing to say of ${url}.`);
    const { runtimeError } = result.lhr;
    if (!runtimeError) return result.lhr;
    if (attempt === ATTEMPTS) throw new Error(`${url}: ${runtimeError.message}`);
  }
}

const numberOf = (audits: Audits, audit: string) => audits[audit]?.numericValue ?? Number.NaN;

function figuresOfPage({ audits, categories, environment, finalDisplayedUrl }: Result): Row {
  const score = (category: string) => (categories[category]?.score ?? 0) * 100;
  for (const missed of Object.values(audits)) {
    if (process.env.BENCH_PAGES_WHY && missed.score !== null && missed.score < 0.9) {
      const words = `${missed.id} ${missed.score} ${missed.displayValue ?? ''}`;
      process.stderr.write(`${finalDisplayedUrl} ${words}\n`);
    }
  }
  return {
    'LCP s': numberOf(audits, 'largest-contentful-paint') / 1000,
    CLS: numberOf(audits, 'cumulative-layout-shift'),
    'TBT ms': numberOf(audits, 'total-blocking-time'),
    'JS kB': scriptKilobytes(audits),
    performance: score('performance'),
    ...(categories.seo && {
      accessibility: score('accessibility'),
      'best practices': score('best-practices'),
      SEO: score('seo'),
    }),
    // Lighthouse's own measure of the machine: it counts on about 1500, and all times follow it.
    machine: environment.benchmarkIndex,
  };
}

function medians(rounds: Row[]): Row {
  const columns = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    columns.map((column) => {
      const values = rounds.map((round) => round[column] ?? Number.NaN).toSorted((a, b) => a - b);
      return [column, values[Math.floor(values.length / 2)] ?? Number.NaN];
    }),
  );
}
