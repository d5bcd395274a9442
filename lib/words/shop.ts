/** The header and the footer of every page, the garment's page, and the pages for what is not there. */

export const navigationWords = {
  home: 'Fitting Room, home',
  main: 'Main',
  foot: 'Footer',
  garments: 'Garments',
  looks: 'My looks',
  privacy: 'Privacy',
  footnote:
    'A try-on shows style, not fit: how a garment may look on you, not whether the size is right.',
} as const;

export const headerSearchWords = {
  label: 'Search the shops',
  placeholder: 'Search',
} as const;

export const accountMenuWords = {
  /** The name is on the button, so whoever says it must be heard (WCAG 2.5.3). */
  label: (who: string | null) => (who ? `Menu and account, ${who}` : 'Menu and account'),
  signedInAs: (who: string) => `Signed in as ${who}`,
  backOffice: 'Back office',
  reviewConsole: 'Review console',
  account: 'Account',
  data: 'Your data',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signUp: 'Create an account',
} as const;

export const garmentWords = {
  colour: 'Colour',
  colours: 'Colours',
  material: 'Material',
  similar: 'More like this',
  pageTitle: (title: string, colour: string) => (colour ? `${title}, ${colour}` : title),
  by: (title: string, shop: string) => `${title} by ${shop}`,
} as const;

export const sizeWords = {
  size: 'Size',
  /** After the size, for those who do not see it struck through. */
  soldOut: ', sold out',
  allSoldOut: 'All sizes are sold out just now.',
  /** "M: chest 104 cm, length 60 cm" */
  measures: (size: string, parts: string[]) => `${size}: ${parts.join(', ')}`,
  chart: 'Size chart',
  chartNote: 'A try-on shows style, not fit. Choose your size from the chart.',
} as const;

export const errorPageWords = {
  heading: 'Something went wrong',
  title: 'This page has come apart at a seam',
  text: 'The mistake is on our side. Your photos and looks are safe.',
  reference: (digest: string) => `Reference ${digest}`,
  again: 'Try again',
  home: 'Home',
} as const;

export const notFoundWords = {
  heading: 'Page not found',
  title: 'There is nothing behind this curtain',
  text: 'The page does not exist, or the garment is no longer in the shops.',
  browse: 'Browse the garments',
  looks: 'My looks',
} as const;
