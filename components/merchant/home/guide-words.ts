import type { ShopHome } from '#lib/contracts/shop-home.ts';
import { countGarments, type FirstStepName, isFit, isForTryOns } from '#lib/domain/first-steps.ts';

interface Way {
  label: string;
  href: string;
}

/** How a step stands, and the ways to go on with it. */
export interface StepWords {
  title: string;
  text: string;
  /** The one button, when this step is the next; null while there is nothing to press yet. */
  next: Way | null;
  /** Another way to the same, or what is left of a step that is done. */
  also: Way | null;
}

const garments = (count: number) =>
  `${count.toLocaleString('en-GB')} garment${count === 1 ? '' : 's'}`;

/** @param path of the shop's back office. */
export function stepWords(name: FirstStepName, home: ShopHome, path: string): StepWords {
  switch (name) {
    case 'garments':
      return garmentWords(home, path);
    case 'pictures':
      return pictureWords(home, path);
    case 'publish':
      return publishWords(home, path);
    case 'try-on':
      return tryOnWords(home);
  }
}

function garmentWords({ garments: all }: ShopHome, path: string): StepWords {
  const count = countGarments(all, () => true);
  return {
    title: 'Bring your garments',
    text:
      count > 0
        ? `${garments(count)} ${count === 1 ? 'is' : 'are'} here.`
        : 'From Shopify, from a Google feed, or from a table of your own: nothing is changed before you have seen what a file would do.',
    next: { label: 'Import a file', href: `${path}/import` },
    also:
      count > 0
        ? { label: 'Bring more', href: `${path}/import` }
        : { label: 'Make one by hand', href: `${path}/garments/new` },
  };
}

function pictureWords({ garments: all, guide }: ShopHome, path: string): StepWords {
  const count = (which: Parameters<typeof countGarments>[1]) =>
    countGarments(all, (one) => isForTryOns(one) && which(one));
  const total = count(() => true);
  const fit = count(({ readiness }) => isFit(readiness));
  const toMend = count(({ readiness }) => readiness === 'NOT_READY');
  const without = count(({ readiness }) => readiness === 'NO_PICTURE');
  const mend = toMend > 0 && {
    label: toMend === 1 ? 'Mend one picture' : `Mend ${toMend} pictures`,
    href: `${path}/garments?readiness=NOT_READY`,
  };
  const add = without > 0 && {
    label: 'Add pictures',
    href:
      guide?.draft && total === 1
        ? `${path}/garments/${guide.draft.id}`
        : `${path}/garments?readiness=NO_PICTURE`,
  };
  const rest = [
    toMend > 0 && `${toMend} ${toMend === 1 ? 'needs' : 'need'} a better one`,
    without > 0 &&
      `${without} ${without === 1 ? 'has' : 'have'} none, or none that was looked at yet`,
  ].filter(Boolean);
  return {
    title: 'Get the pictures ready',
    text:
      total > 0
        ? `${fit} of ${garments(total)} ${fit === 1 ? 'has' : 'have'} a picture that is fit for try-ons.${rest.length > 0 ? ` ${rest.join('; ')}.` : ''}`
        : 'A garment needs one picture on which it is seen whole, alone and from the front. It is looked at as soon as it is here.',
    next: mend || add || null,
    also: mend || null,
  };
}

function publishWords({ garments: all, guide }: ShopHome, path: string): StepWords {
  const published = countGarments(all, ({ status }) => status === 'ACTIVE');
  const draft = guide?.draft;
  return {
    title: 'Publish one',
    text:
      published > 0
        ? `${garments(published)} ${published === 1 ? 'is' : 'are'} published.`
        : 'Shoppers see what is published, and nothing else. You can take it back at any time.',
    next: draft
      ? { label: `Open “${draft.title}”`, href: `${path}/garments/${draft.id}` }
      : { label: 'See your garments', href: `${path}/garments` },
    also: null,
  };
}

function tryOnWords({ guide }: ShopHome): StepWords {
  const done = guide?.steps.some((step) => step.name === 'try-on' && step.done);
  const garment = guide?.toTryOn;
  const href = garment && `/garments/${garment.slug}?try-on=`;
  return {
    title: 'Try it on',
    // A look on a house model for the shop's own pages counts too, so it may not have been a shopper's way.
    text: done
      ? 'You have seen one of your garments worn.'
      : 'As a shopper would: with a photo, or on a house model. This step is done when the look is there.',
    next: garment && href ? { label: `Try on “${garment.title}”`, href } : null,
    also: href ? { label: 'Try it on as a shopper', href } : null,
  };
}
