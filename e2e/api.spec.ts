import { randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { problemDetails } from '#lib/contracts/problem.ts';
import { type TryOnView, tryOnView } from '#lib/contracts/try-on.ts';
import { dailyAllowance } from '#lib/domain/allowance.ts';
import { allowanceWords, usedUpText } from '#lib/words/allowance.ts';
import { currentConsent } from '#lib/words/consent.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { expect, test } from './fixtures.ts';
import { answer } from './people.ts';
import { drawOwnSeed, seeds } from './sandbox.ts';
import { phonePhoto } from './testing/pictures.ts';

const onNoor = {
  garment: 'boxy-tee-white',
  subject: { kind: 'house-model', slug: 'noor' },
};

async function expectProblem(response: APIResponse, status: number, code: string) {
  expect(response.status(), response.url()).toBe(status);
  expect(response.headers()['content-type']).toBe('application/problem+json');
  const problem = problemDetails.parse(await response.json());
  expect(problem).toMatchObject({ status, code });
  expect(problem.requestId, 'an id to ask us about').toBeTruthy();
  return problem;
}

const anyId = '01900000-0000-7000-8000-000000000000';
test('a visit is taken without an answer, and nothing that is none', async ({ request }) => {
  const visit = { garment: 'boxy-tee-white', step: 'view' };
  const send = (data: unknown, headers = {}) => request.post('/api/visits', { data, headers });
  for (const data of [visit, { ...visit, garment: 'no-such-garment' }]) {
    const taken = await send(data);
    expect(taken.status()).toBe(204);
    expect(taken.headers()).not.toHaveProperty('set-cookie');
  }
  await expectProblem(await send({ ...visit, step: 'bag' }), 400, 'invalid_input');
  await expectProblem(await send({ ...visit, visitor: anyId }), 400, 'invalid_input');
  await expectProblem(await send(visit, { origin: 'https://other.example' }), 403, 'cross_site');
});

test('a status is answered before Next begins with it, at once or held', async ({ shopper }) => {
  const { id } = await shopper.submitOnPhoto(seeds.verySlow);
  const ask = (params = {}) => shopper.request.get(`/api/try-ons/${id}`, { params });
  // Next says so of whatever it answers.
  const signOfNext = (response: APIResponse) => /\brsc\b/.test(response.headers().vary ?? '');
  expect(signOfNext(await shopper.request.get('/api/try-ons'))).toBe(true);

  const first = await ask();
  expect(signOfNext(first)).toBe(false);
  let { version } = await answer<TryOnView>(first);
  let tookMs = 0;
  // Until nothing changes any more, as while the provider is at work.
  while (tookMs < 1_000) {
    const asked = performance.now();
    const held = await ask({ since: version, wait: 2 });
    tookMs = performance.now() - asked;
    expect(signOfNext(held)).toBe(false);
    ({ version } = await answer<TryOnView>(held));
  }
});

test('pictures of persons are kept by no cache, and those of garments by every cache', async ({
  request,
  shopper,
}) => {
  const tryOn = await shopper.ended(await shopper.submitOnPhoto());
  if (tryOn.state !== 'succeeded') throw new Error(tryOn.state);
  for (const url of [tryOn.look.url, tryOn.subject.picture?.url ?? '']) {
    const picture = await shopper.request.get(url);
    expect(picture.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    await expectProblem(await request.get(url), 404, 'not_found');
    await expectProblem(
      await request.get(`${url}?expires=${Date.now() + 60_000}&signature=forged`),
      404,
      'not_found',
    );
  }
  const garment = await request.get(tryOn.garment.picture?.url ?? '');
  expect(garment.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('what another site’s page sends is refused, whoever’s cookie comes with it', async ({
  shopper,
}) => {
  const signs: [header: string, value: string][] = [
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ];
  for (const [header, value] of signs) {
    const headers = { [header]: value };
    const send = (method: 'post' | 'delete', path: string, data?: object) =>
      shopper.request[method](path, { headers, data });
    await expectProblem(await send('post', '/api/try-ons', onNoor), 403, 'cross_site');
    await expectProblem(await send('delete', `/api/photos/${anyId}`), 403, 'cross_site');
    await expectProblem(await send('post', '/api/session/guest'), 403, 'cross_site');
  }
  expect(await shopper.tryOns()).toEqual([]);
});

test('the same Idempotency-Key is the same try-on, also when both come at once', async ({
  shopper,
  stranger,
}) => {
  const headers = { 'idempotency-key': randomUUID() };
  const submit = (request: APIRequestContext) =>
    request.post('/api/try-ons', { data: onNoor, headers });
  const answers = await Promise.all([submit(shopper.request), submit(shopper.request)]);
  const ids = await Promise.all(
    [...answers, await submit(shopper.request)].map(async (response) => {
      expect(response.status()).toBe(202);
      const { id } = tryOnView.parse(await response.json());
      expect(response.headers().location).toBe(`/api/try-ons/${id}`);
      return id;
    }),
  );
  expect(new Set(ids).size).toBe(1);
  // A key is its owner's: the same one of somebody else is another try-on.
  const theirs = tryOnView.parse(await (await submit(stranger.request)).json());
  expect(ids).not.toContain(theirs.id);
  await expectProblem(
    await shopper.request.post('/api/try-ons', {
      data: onNoor,
      headers: { 'idempotency-key': 'short' },
    }),
    400,
    'invalid_input',
  );
});

test('the status has an ETag and says 304 to whoever knows it already', async ({ shopper }) => {
  const { id } = await shopper.ended(await shopper.submitOnModel());
  const path = `/api/try-ons/${id}`;
  const first = await shopper.request.get(path);
  const { etag, vary, ...headers } = first.headers();
  expect(etag).toContain(id);
  // Before Next, which says how its answers vary and does not say how long they are.
  expect(vary).toBeUndefined();
  expect(headers).toMatchObject({
    'content-length': String((await first.body()).length),
    'x-frame-options': 'DENY',
    'permissions-policy': expect.stringContaining('camera=(self)'),
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const again = await shopper.request.get(path, { headers: { 'if-none-match': etag ?? '' } });
  expect(again.status()).toBe(304);
  expect(await again.text()).toBe('');
  const other = await shopper.request.get(path, { headers: { 'if-none-match': 'W/"other"' } });
  expect(other.status()).toBe(200);
});

test('a status that is asked for with since and wait is held, and comes when there is news', async ({
  shopper,
}) => {
  const submitted = await shopper.submitOnModel(seeds.verySlow);
  const ask = (since: number, wait: number) =>
    shopper.request.get(`/api/try-ons/${submitted.id}`, { params: { since, wait } });

  // News on the way from queued to running: each answer is newer, and none waits to its end.
  let latest = submitted;
  while (latest.state !== 'running') {
    const next = tryOnView.parse(await (await ask(latest.version, 20)).json());
    expect(next.version).toBeGreaterThan(latest.version);
    latest = next;
  }

  // At least six tenths of the wait: each is let go a little early, by chance.
  const asked = performance.now();
  const held = await ask(latest.version + 1_000, 2);
  expect(performance.now() - asked).toBeGreaterThanOrEqual(1_150);
  expect(tryOnView.parse(await held.json()).state).toBe('running');
});

test('what is wrong with a request is said by field', async ({ shopper }) => {
  const submit = (data: unknown) => shopper.request.post('/api/try-ons', { data });
  const bad = await expectProblem(
    await submit({ ...onNoor, garment: '', seed: -5 }),
    400,
    'invalid_input',
  );
  expect(Object.keys(bad.fields ?? {}).sort()).toEqual(['garment', 'seed']);
  await expectProblem(await submit({ ...onNoor, surprise: true }), 400, 'invalid_input');
  await expectProblem(await submit({ ...onNoor, garment: 'no-such-thing' }), 404, 'not_found');
  await expectProblem(
    await submit({ ...onNoor, subject: { kind: 'house-model', slug: 'nobody' } }),
    404,
    'not_found',
  );
  await expectProblem(
    await shopper.request.post('/api/try-ons', {
      headers: { 'content-type': 'application/json' },
      data: Buffer.from('{"garment":'),
    }),
    400,
    'invalid_input',
  );
  await expectProblem(await shopper.request.get('/api/try-ons/not-an-id'), 400, 'invalid_input');
});

test('a photo is taken with consent to the present text only, and up to 20 MB', async ({
  shopper,
}) => {
  const file = await phonePhoto();
  const send = (multipart: Record<string, string | typeof file>) =>
    shopper.request.post('/api/photos', { multipart });
  await expectProblem(await send({ file }), 409, 'consent_required');
  await expectProblem(await send({ file, consentVersion: '1999-01' }), 409, 'consent_required');
  const large = { ...file, buffer: Buffer.alloc(21 * 1024 * 1024) };
  const refused = await expectProblem(
    await send({ file: large, consentVersion: currentConsent.version }),
    413,
    'too_large',
  );
  expect(refused.detail).toBe(uploadProblemText('too_large'));
  await expectProblem(
    await shopper.request.post('/api/photos', { data: { file: 'not a form' } }),
    400,
    'invalid_input',
  );
  const photos = await answer<{ items: unknown[] }>(await shopper.request.get('/api/photos'));
  expect(photos.items).toEqual([]);
});

test('guests have an allowance of the day, see what is left of it, and what to do without', async ({
  page,
  garment,
  guest,
}) => {
  for (let index = 1; index < dailyAllowance.guest; index += 1) {
    // Each with a seed of its own: the same picture twice is made once, and counted once.
    await guest.submitOnModel(drawOwnSeed());
  }
  await garment.open();
  await garment.enterRoom();
  await expect(page.getByText(allowanceWords.left(1, dailyAllowance.guest))).toBeVisible();
  await guest.submitOnModel(drawOwnSeed());

  // Nobody told this page, so it learns of it by being refused.
  await garment.model('Noor').check();
  await garment.ask.click();
  const usedUp = page.getByRole('status').filter({
    hasText: usedUpText({ of: 'person', aDay: dailyAllowance.guest }),
  });
  await expect(usedUp).toContainText(/You can go on (today|tomorrow) at \d/);
  await expect(garment.ask).toBeHidden();
  await page.reload();
  await expect(usedUp).toBeVisible();
  await expect(garment.ask).toBeHidden();
  await usedUp.getByRole('link', { name: allowanceWords.createAccount }).click();
  await expect(page).toHaveURL(/\/sign-up\?callbackUrl=%2Fgarments%2F/);

  const refused = await expectProblem(
    await guest.request.post('/api/try-ons', { data: onNoor }),
    429,
    'allowance_used',
  );
  expect(refused.detail).toContain('Create an account');
});

test('a deleted photo and a deleted look are gone at once', async ({ shopper }) => {
  const tryOn = await shopper.ended(await shopper.submitOnPhoto());
  if (tryOn.state !== 'succeeded' || tryOn.subject.kind !== 'photo') throw new Error(tryOn.state);
  const { photoId, picture } = tryOn.subject;
  expect((await shopper.request.delete(`/api/photos/${photoId}`)).status()).toBe(204);
  await expectProblem(await shopper.request.get(picture?.url ?? ''), 404, 'not_found');
  expect((await shopper.request.get(tryOn.look.url)).status()).toBe(200);
  expect((await shopper.request.delete(`/api/try-ons/${tryOn.id}`)).status()).toBe(204);
  await expectProblem(await shopper.request.get(tryOn.look.url), 404, 'not_found');
  await expectProblem(await shopper.request.get(`/api/try-ons/${tryOn.id}`), 404, 'not_found');
});

test('the server says that it is alive and ready', async ({ request }) => {
  expect(await answer(await request.get('/api/health/live'))).toEqual({ status: 'live' });
  expect(await answer(await request.get('/api/health/ready'))).toEqual({
    status: 'ready',
    // Another test may have met a refusal of the provider's just now.
    sending: expect.stringMatching(/^(on|manual|credentials|forbidden|credits|outage)$/),
    pictures: 'on',
  });
});
