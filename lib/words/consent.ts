/**
 * What a shopper agrees to before a photo is taken in. The version goes up with every change of the
 * text, and a new version asks again. House models need no consent.
 */
export const currentConsent = {
  version: '2026-11',
  text: 'I am 18 or older, and this is a photo of me, or of an adult who allows me to use it. Fitting Room may store the photo privately and send it to its picture service, Segmind, to make try-on pictures for me. I can delete it at any time.',
} as const;

/** Around it, where it is given. */
export const consentWords = {
  line: 'I am 18 or older, may use this photo, and agree to how it is used.',
  more: 'Read it all',
  less: 'Read less',
  privacy: 'How we treat your photos',
  notThere: 'What you would agree to could not be loaded. We keep trying.',
  missing: 'Please tick this first. Without it we may not use the photo.',
} as const;
