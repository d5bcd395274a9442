/** What stands on every page, and what a link to the shop says of it. */
export const siteWords = {
  name: 'Fitting Room',
  language: 'en',
  description: 'See a garment on yourself before you buy it.',
  skip: 'Skip to the content',
  sandbox: 'Sandbox: pictures are simulated',
} as const;
