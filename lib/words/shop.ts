/** The frame of every page, the garment page, and the pages for what went wrong. */

export const siteWords = {
  home: 'Fitting Room, home',
  mainNavigation: 'Main',
  footerNavigation: 'Footer',
  garments: 'Garments',
  looks: 'My looks',
  footer:
    'A try-on shows style, not fit: how a garment may look on you, not whether the size is right.',
  sandbox: 'Sandbox: pictures are simulated',
} as const;

export const searchWords = {
  label: 'Search the shops',
  placeholder: 'Search',
  go: 'Go',
} as const;
