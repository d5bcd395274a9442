import { randomBytes, randomUUID } from 'node:crypto';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { modelLookWords } from '#lib/words/model-looks.ts';
import { expect, test } from './fixtures.ts';
import { expectPicture, hydrated } from './garment-page.ts';
import { answer, demoAccount, Person } from './people.ts';
import { garmentPicture } from './testing/pictures.ts';

test('a draft is tried on a house model, published and shown worn, and so are many at once', async ({
  page,
  context,
}) => {
  const merchant = new Person(context.request);
  await merchant.signIn(demoAccount('MERCHANT'));
  const name = `Harbour tee ${randomBytes(4).toString('hex')}`;
  const makeDraft = async (title: string) => {
    const data = { id: randomUUID(), title, category: 'UPPER_BODY', price: '45' };
    await answer(await merchant.request.post('/api/merchant/halden/garments', { data }));
    return answer<EditableGarment>(
      await merchant.request.post(`/api/merchant/halden/garments/${data.id}/images`, {
        multipart: { file: await garmentPicture() },
      }),
    );
  };
  const first = await makeDraft(`${name} one`);
  const second = await makeDraft(`${name} two`);

  await page.goto(`/merchant/halden/garments/${first.id}`);
  const noor = page.getByRole('article', { name: 'Noor' });
  const tryOn = noor.getByRole('button', { name: 'Try on' });
  await hydrated(tryOn);
  await tryOn.click();
  await expectPicture(noor.getByRole('img', { name: modelLookWords.alt(first.title, 'Noor') }));
  await noor.getByLabel('On its page').check();
  await expect(page.getByText('1 on its page')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Shoppers can try it on now.')).toBeVisible();
  await page.goto(`/garments/${first.slug}`);
  const pictures = page.getByRole('button', { name: /^Picture \d of/ });
  await hydrated(pictures.last());
  await pictures.last().click();
  await expectPicture(page.getByRole('img', { name: modelLookWords.alt(first.title, 'Noor') }));
  await expect(page.getByText(modelLookWords.mark, { exact: true })).toBeVisible();

  // It is the shop's, and none of the looks of whoever pressed the button.
  expect((await merchant.tryOns()).filter(({ garment }) => garment.slug === first.slug)).toEqual(
    [],
  );

  // Two garments on two house models, one of which is there already.
  await page.goto(`/merchant/halden/garments?q=${encodeURIComponent(name)}`);
  const all = page.getByRole('checkbox', { name: /^Choose all/ });
  await hydrated(all);
  await all.check();
  await page.getByRole('button', { name: 'Show on models …' }).click();
  await expect(page.getByText('2 garments that you ticked.')).toBeVisible();
  await page.getByRole('button', { name: 'Make 3 pictures' }).click();
  await expect(page.getByRole('heading', { name: '3 pictures on models' })).toBeVisible();
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('3 of 3 pictures')).toBeVisible();
  await expectPicture(page.getByRole('img', { name: modelLookWords.alt(second.title, 'Imani') }));

  for (const { id } of [first, second]) {
    const data = { status: 'ARCHIVED' };
    await answer(
      await merchant.request.post(`/api/merchant/halden/garments/${id}/status`, { data }),
    );
  }
});
