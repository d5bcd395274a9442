import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from './answer.ts';
import { startTestSandbox, type TestSandbox, validBody } from './test-sandbox.ts';

/**
 * The parameter list of the provider's page, line by line, at the edges of what each line allows.
 * `wrong` is what v1 answers 400 for (a missing or mistyped field), `refused` what it answers 406
 * for (a value that is not allowed); undefined leaves the field out.
 */
interface Line {
  source: string;
  field: string;
  taken: (Json | undefined)[];
  wrong: (Json | undefined)[];
  refused: Json[];
}

const PICTURE = { taken: [], wrong: [undefined, null, '', 5, true, [], {}], refused: [] };

const LINES: readonly Line[] = [
  { source: 'model_image: required, string (uri)', field: 'model_image', ...PICTURE },
  { source: 'cloth_image: required, string (uri)', field: 'cloth_image', ...PICTURE },
  {
    source: 'category: required, one of "Upper body", "Lower body", "Dress"',
    field: 'category',
    taken: ['Upper body', 'Lower body', 'Dress'],
    wrong: [undefined, null, ''],
    refused: ['Shoes', 'upper body', 'Upper body ', 'Upper-body', 'UPPER_BODY', 1, ['Dress']],
  },
  {
    source: 'num_inference_steps: optional, integer, default 25, range 20–100',
    field: 'num_inference_steps',
    taken: [undefined, null, 20, 25.0, 100],
    wrong: [25.5, '25', true, [25]],
    refused: [19, 101, 0, -25, 1e9],
  },
  {
    source: 'guidance_scale: optional, number, default 2, range 1–25',
    field: 'guidance_scale',
    taken: [undefined, null, 1, 2.5, 25],
    wrong: ['2', true, {}],
    refused: [0.999, 25.001, 0, -2],
  },
  {
    source: 'seed: optional, integer, default -1, range -1–999999999999999',
    field: 'seed',
    taken: [undefined, null, -1, 0, 999_999_999_999_999],
    wrong: [1.5, '7', false],
    refused: [-2, 1_000_000_000_000_000],
  },
  {
    source: 'base64: optional, boolean, default false',
    field: 'base64',
    taken: [undefined, null, true, false],
    wrong: ['true', 0, 1],
    refused: [],
  },
  {
    source: 'a field that the page does not name',
    field: 'negative_prompt',
    taken: ['hat', 5, null, {}],
    wrong: [],
    refused: [],
  },
];

type Case = [field: string, value: string, source: string, body: JsonObject, v1: number];

const cases = (pick: (line: Line) => [Json | undefined, number][]): Case[] =>
  LINES.flatMap((line) =>
    pick(line).map(([value, v1]): Case => {
      const { [line.field]: _own, ...rest } = validBody;
      const body = value === undefined ? rest : { ...rest, [line.field]: value };
      return [line.field, JSON.stringify(value) ?? '(none)', line.source, body, v1];
    }),
  );

let t: TestSandbox;

beforeAll(async () => {
  t = await startTestSandbox();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.control('/reset', {});
});

const queue = async (body: JsonObject) => {
  const response = await t.post('/v2/try-on-diffusion', body);
  expect(response.status).toBe(200);
  const { request_id: id } = await t.json(response);
  await t.control('/settle', {});
  return String(id);
};

describe('the page of the provider allows', () => {
  it.each(cases(({ taken }) => taken.map((value) => [value, 200])))(
    '%s %s (%s)',
    async (_field, _value, _source, body) => {
      expect(await t.json(t.status(await queue(body)))).toMatchObject({ status: 'COMPLETED' });
      expect((await t.post('/v1/try-on-diffusion', body)).status).toBe(200);
      expect(await t.control('/state')).toMatchObject({ jobs: { COMPLETED: 2 } });
    },
  );
});

describe('the page of the provider does not allow', () => {
  const rows = cases(({ wrong, refused }) => [
    ...wrong.map((value): [Json | undefined, number] => [value, 400]),
    ...refused.map((value): [Json | undefined, number] => [value, 406]),
  ]);

  it.each(rows)('%s %s (%s)', async (field, _value, _source, body, v1) => {
    const sync = await t.post('/v1/try-on-diffusion', body);
    expect(sync.status).toBe(v1);
    const { error } = await t.json(sync);
    expect(error).toContain(field);
    expect(await t.control('/state')).toMatchObject({ jobs: { FAILED: 0 } });

    const id = await queue(body);
    for (const response of [await t.status(id), await t.result(id)]) {
      expect(response.status).toBe(422);
      expect(await t.json(response)).toEqual({
        status: 'FAILED',
        error: `Validation error in TryOnDiffusionProcessor: ${error}`,
        metrics: { inference_time: expect.any(Number) },
        request_id: id,
      });
    }
    expect(await t.control('/state')).toMatchObject({ accounts: [{ credits: 10, open: 0 }] });
  });
});

it('names every missing field at once', async () => {
  const { error } = await t.json(t.post('/v1/try-on-diffusion', {}));
  expect(error).toBe('Missing required field: model_image, cloth_image, category');
});
