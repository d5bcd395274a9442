import localFont from 'next/font/local';

// Not preloaded: the two are three times as large as the picture that a garment's page is about, and on
// a slow line came before it. Until they are there the stand-ins keep the lines in place: see fonts.css,
// where the letters beyond Latin-1 are, too.

export const sans = localFont({
  src: '../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  weight: '300 900',
  variable: '--font-figtree',
  adjustFontFallback: false,
  preload: false,
});

export const display = localFont({
  src: './fonts/newsreader-latin.woff2',
  // One weight; the range keeps browsers from thickening it.
  weight: '200 800',
  variable: '--font-newsreader',
  adjustFontFallback: false,
  preload: false,
});
