/** What the home page says. */

const models = (count: number) => (count === 1 ? 'a house model is' : `${count} house models are`);

export const heroWords = {
  title: 'See it on yourself',
  lead: 'Choose a garment, add a photo, and see the two become one picture, right beside the original.',
  browse: 'Browse the garments',
  /** @param count how many house models there are, at least one */
  noPhotoNeeded: (count: number) =>
    `No account needed, and no photo either: ${models(count)} ready to step in for you.`,
} as const;

export const wornWords = {
  title: 'Worn, not just hung',
  lead: 'Some of what is new, on our house models. Choose one, and try it on yourself.',
  /** After the garment's name. */
  by: (shop: string, model: string) => `${shop}, on ${model}`,
} as const;

export const shopsWords = {
  title: 'The shops',
  all: (shop: string) => `All of ${shop}`,
} as const;

export const howItWorksWords = {
  title: 'How it works',
  steps: [
    { title: 'Choose a garment', text: 'Anything in the shops can be tried on.' },
    {
      title: 'Give a photo, or pick a house model',
      text: 'Standing, facing the camera, is best.',
    },
    {
      title: 'See it beside the original',
      text: 'Wait a few seconds, or leave: it will be in My looks.',
    },
  ],
  privacyTitle: 'Your photo stays yours.',
  privacy:
    'It is kept private, goes only to the picture service that makes your looks and never to a shop, and you can delete it at any time.',
} as const;

export const moreWords = {
  title: 'More from the shops',
  all: 'All garments',
  emptyTitle: 'The rails are still empty',
  empty: 'No shop has published a garment yet. Come back a little later.',
} as const;
