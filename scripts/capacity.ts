// `npm run capacity -- --shoppers 5000 --try-ons 600 --rpm 6000`: how many web nodes, workers and
// connections that takes, where the first wall stands and what moves it. From the costs that
// `npm run bench -- nodes P5 P6` has measured last.
import { parseArgs } from 'node:util';
import { formatCells } from '../bench/report.ts';
import { type Result, readResult, resultFile } from '../bench/results.ts';
import { spread } from '../bench/times.ts';
import { type Costs, capacity } from './capacity-model.ts';
import { runCommand } from './command.ts';
import { Problem } from './problem.ts';
import { say } from './progress.ts';

const usage = `npm run capacity -- --shoppers N --try-ons M --rpm R

  --shoppers N        people who have the shop open
  --try-ons M         try-ons a minute of all of them
  --rpm R             calls a minute of the provider's plan
  --pages P           pages that each opens in a minute (2)
  --photos P          photos that are uploaded for each try-on (0.2)
  --pictures P        private pictures that are looked at for each try-on (5)
  --db-cores C        processors of the database's machine (4)
  --db-connections X  its max_connections (100)`;

await runCommand(() => {
  const { values } = parseArgs({
    options: {
      shoppers: { type: 'string' },
      'try-ons': { type: 'string' },
      rpm: { type: 'string' },
      pages: { type: 'string', default: '2' },
      photos: { type: 'string', default: '0.2' },
      pictures: { type: 'string', default: '5' },
      'db-cores': { type: 'string', default: '4' },
      'db-connections': { type: 'string', default: '100' },
    },
  });
  const number = (name: keyof typeof values) => {
    const value = Number(values[name]);
    if (!values[name] || !(value > 0)) throw new Problem(`--${name} is to be above 0.\n\n${usage}`);
    return value;
  };
  const demand = {
    shoppers: number('shoppers'),
    pagesPerMinute: number('pages'),
    tryOnsPerMinute: number('try-ons'),
    photosEach: number('photos'),
    picturesEach: number('pictures'),
    callsPerMinute: number('rpm'),
  };
  const means = {
    databaseCores: number('db-cores'),
    databaseConnections: number('db-connections'),
  };
  const { costs, takenAt, machine } = measuredCosts();
  const answer = capacity(costs, demand, means);
  const figures: [string, number, string][] = [
    ['web nodes', answer.webNodes, ''],
    ['processors for them', answer.webCores, ''],
    ['workers', answer.workers, ''],
    ['processors for them', answer.workerCores, ''],
    ['processors of the database', answer.databaseCores, ''],
    ['connections to the database', answer.connections, ''],
    ['people who wait at once', answer.waitingAtOnce, ''],
    ['calls for each try-on', answer.callsEach, ''],
    ['delay after the provider is done', answer.delaySeconds, 's'],
  ];
  const sizes = figures.map(([name, value, unit]) => [name, figureText(value), unit]);
  say(`${formatCells('It takes', [['', '', ''], ...sizes])}\n`);
  const walls = answer.walls.map(({ name, needs, has, unit, standsAt, movedBy }) => [
    name,
    figureText(needs),
    figureText(has),
    Number.isFinite(standsAt) ? `${figureText(standsAt)} a minute` : 'nowhere',
    `  ${unit}; moved by ${movedBy}`,
  ]);
  const head = ['', 'needs', 'has', 'stands at try-ons', ''];
  say(`${formatCells('Walls, the nearest first', [head, ...walls])}\n`);
  say(`Costs as measured ${takenAt.slice(0, 10)} on ${machine.cores} × ${machine.processor}.`);
  return Promise.resolve(0);
});

function measuredCosts(): { costs: Costs } & Pick<Result, 'takenAt' | 'machine'> {
  const [nodes, waiters, throughput] = ['nodes', 'waiters', 'throughput'].map((bench) => {
    const result = readResult(resultFile(bench), bench);
    if (!result) throw new Problem(`Measure first: npm run bench -- ${bench}`);
    return result;
  });
  const rows = nodes?.tables?.find(({ title }) => title.startsWith('what one costs'))?.rows ?? {};
  const cost = (row: string, column: string) => {
    const value = rows[row]?.[column];
    if (value === undefined) throw new Problem('Measure anew: npm run bench -- nodes');
    return value;
  };
  const figure = (result: Result | undefined, begins: string) => {
    const found = result?.figures?.find(({ what }) => what.startsWith(begins));
    if (!found) throw new Problem(`Measure anew: npm run bench -- ${result?.bench}`);
    return spread(found.rounds).median;
  };
  const carried = 'taking a try-on in, and carrying it';
  const told = 'an answer to who waits';
  const both = (row: string) => ({ web: cost(row, 'web'), database: cost(row, 'database') });
  const costs: Costs = {
    submit: { web: cost(carried, 'web'), database: 0 },
    carry: {
      worker: cost(carried, 'worker'),
      decoder: cost(carried, 'decoder'),
      database: cost(carried, 'database'),
    },
    answer: both(told),
    page: both('a page of garments'),
    picture: both('a private picture handed out'),
    photo: both('a photo taken in, its decoder included'),
    answersEach: cost(told, 'of them a try-on'),
    gateHeldMs: 1000 / figure(throughput, 'calls given out'),
    waitingEach: figure(waiters, 'waiting at once'),
  };
  if (!costs.waitingEach) throw new Problem('The last measurement of waiting shoppers failed.');
  const { takenAt, machine } = nodes ?? { takenAt: '', machine: { cores: 0, processor: '' } };
  return { costs, takenAt, machine } as ReturnType<typeof measuredCosts>;
}

function figureText(value: number): string {
  return value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : 2);
}
