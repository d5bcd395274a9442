import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fetchJson } from './fetch-json.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';

const contract = z.object({ name: z.string() });
const answer = (response: Response | Error) =>
  vi.stubGlobal('fetch', () =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchJson', () => {
  it('parses through the contract, given at once or loaded', async () => {
    answer(Response.json({ name: 'tee', secret: 1 }));
    expect(await fetchJson('/x', contract)).toEqual({ name: 'tee' });
    answer(Response.json({ name: 'tee' }));
    expect(await fetchJson('/x', async () => contract)).toEqual({ name: 'tee' });
  });

  it('throws the server’s problem as it stands', async () => {
    const problem = { type: 'about:blank', title: 'Used up', status: 429, code: 'allowance_used' };
    answer(Response.json(problem, { status: 429 }));
    await expect(fetchJson('/x', contract)).rejects.toEqual(new ProblemError(problem));
  });

  it('takes a gateway’s page for no answer', async () => {
    answer(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(fetchJson('/x', contract)).rejects.toBeInstanceOf(UnreachableError);
  });

  it('takes an unexpected 500 for a problem that is not asked again', async () => {
    answer(new Response('oops', { status: 500 }));
    await expect(fetchJson('/x', contract)).rejects.toMatchObject({ code: 'unexpected_answer' });
  });

  it('tells no answer from a refusal', async () => {
    answer(new TypeError('Failed to fetch'));
    await expect(fetchJson('/x', contract)).rejects.toBeInstanceOf(UnreachableError);
  });

  it('does not hide that it was called off', async () => {
    answer(new DOMException('Aborted', 'AbortError'));
    await expect(fetchJson('/x', contract)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each(['TimeoutError', 'AbortError'])(
    'takes silence for no answer, told as %s',
    async (name) => {
      answer(new DOMException('It took too long', name));
      const signal = AbortSignal.abort(new DOMException('It took too long', 'TimeoutError'));
      await expect(fetchJson('/x', contract, { signal })).rejects.toBeInstanceOf(UnreachableError);
    },
  );
});
