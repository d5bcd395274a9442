import localFont from 'next/font/local';

// Preloaded with every page. Letters beyond Latin-1 come from the packages, when a page has any: see
// fonts.css, where the stand-ins are, too, that keep lines in place until these have come.

export const sans = localFont({
  src: '../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  weight: '300 900',
  variable: '--font-figtree',
  adjustFontFallback: false,
});

export const display = localFont({
  src: './fonts/newsreader-latin.woff2',
  // One weight; the range keeps browsers from thickening it.
  weight: '200 800',
  variable: '--font-newsreader',
  adjustFontFallback: false,
});
