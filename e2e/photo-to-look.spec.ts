import { activeStates } from '#lib/domain/try-on.ts';
import { consentWords, currentConsent } from '#lib/words/consent.ts';
import { stageTitle } from '#lib/words/try-on.ts';
import { expect, test } from './fixtures.ts';
import { expectPicture, recordStages, tee } from './garment-page.ts';
import { phonePhoto, pngPhoto, readPicture, webpPhoto } from './testing/pictures.ts';

const stageTitles = activeStates.map((state) => stageTitle[state]);

test('a newcomer gives a photo and sees herself in the garment beside it', {
  tag: '@phone',
}, async ({ page, garment, isMobile }) => {
  const stages = await recordStages(page);
  await garment.open();
  await garment.enterRoom();
  await garment.give(await phonePhoto());
  await expect(garment.photo('The photo that you have just chosen')).toBeChecked();
  await garment.consent.check();
  const screen = page.viewportSize()?.height ?? 0;
  const consent = await garment.consent.boundingBox();
  expect(consent?.y, 'the foot leaves the screen to the photo').toBeGreaterThan(0.78 * screen);
  await garment.ask.click();
  await garment.expectLook();
  await expect(garment.heading('Here it is on you')).toBeFocused();

  await expect.poll(() => stages.length).toBeGreaterThan(0);
  // In their order, each at most once, and nothing that is no stage.
  expect(stages).toEqual(stageTitles.filter((title) => stages.includes(title)));

  // On a phone there is no room beside the look, so the garment hangs in its corner.
  const product = page.getByRole('img', { name: isMobile ? tee.title : tee.alt, exact: true });
  await expect(product.first()).toBeInViewport();
  await expect(garment.look()).toBeInViewport();
  if (!isMobile) {
    const beside = await product.first().boundingBox();
    const look = await garment.look().boundingBox();
    expect(look?.x).toBeGreaterThanOrEqual((beside?.x ?? 0) + (beside?.width ?? 0));
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'nothing sticks out sideways').toBeLessThanOrEqual(0);
});

test('a photo is not sent without consent, which nobody ticks for her', async ({
  page,
  garment,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });
  await garment.open();
  await garment.enterRoom();
  await garment.give(await pngPhoto());
  await expect(garment.consent).not.toBeChecked();
  await expect(garment.consent).toHaveAccessibleDescription(currentConsent.text);
  await expect(page.getByText(currentConsent.text)).toBeHidden();
  await page.getByRole('button', { name: consentWords.more }).click();
  await expect(page.getByText(currentConsent.text)).toBeVisible();
  await expect(garment.consent, 'reading is not agreeing').not.toBeChecked();
  await garment.ask.click();
  await expect(garment.consent).toBeFocused();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Please tick this first.' }),
  ).toBeVisible();
  expect(sent).not.toContain('/api/photos');

  await garment.consent.check();
  // Consent is for one photo; another one is asked about again.
  await garment.give(await webpPhoto());
  await expect(garment.consent).not.toBeChecked();
});

for (const [kind, photo] of [
  ['PNG', pngPhoto],
  ['WebP', webpPhoto],
] as const) {
  test(`a photo may be ${kind}`, async ({ guest, garment }) => {
    await garment.open();
    await garment.enterRoom();
    await garment.give(await photo());
    await garment.consent.check();
    await garment.ask.click();
    await garment.expectLook();
    expect(await guest.tryOns()).toMatchObject([{ state: 'succeeded' }]);
  });
}

test('a photo from a phone arrives upright, and without the place where it was taken', async ({
  shopper,
}) => {
  const photo = await phonePhoto();
  const before = await readPicture(photo.buffer);
  expect(before).toMatchObject({ orientation: 6, width: 1024, height: 768 });
  const { picture } = await shopper.givePhoto(photo);
  const stored = await readPicture(await (await shopper.request.get(picture.url)).body());
  expect(stored).toMatchObject({ width: 768, height: 1024 });
  expect(stored.orientation ?? 1).toBe(1);
  expect(stored.exif).toBeUndefined();
});

test('a photo that was given once is offered for the next garment', async ({
  page,
  garment,
  shopper,
}) => {
  await shopper.givePhoto();
  await garment.open('breton-tee-navy');
  await garment.enterRoom();
  await garment.photo('Saved photo 1').check();
  await expect(garment.consent).toBeHidden();
  await garment.ask.click();
  await garment.expectLook('you', 'Breton tee');

  // Before and after lie in one frame, and the edge between them moves by keyboard.
  await page.getByRole('button', { name: 'Before and after' }).click();
  await expectPicture(page.getByRole('img', { name: 'Before' }));
  const edge = page.getByRole('slider', { name: 'Before and after' });
  await edge.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuetext', '49 % before, 51 % after');
});
