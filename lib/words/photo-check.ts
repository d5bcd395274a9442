/** The look at a photo before it leaves the device; what it advises is in `photo-advice.ts`. */
export const photoCheckWords = {
  looking: 'Looking at your photo',
  notSent: 'Looking at your photo. It has not left your device.',
  tookTooLong: 'Checking your photo took too long. You can go on without it.',
  useAnyway: 'Use it anyway',
  refused: 'This photo cannot be used',
  unreadable: 'This browser cannot open the picture',
  unreadableText:
    'So it could not be checked here. You can send it; if we cannot read it either, we say so.',
  unseen: 'Light and sharpness are fine',
  good: 'This photo will do well',
  usedAsItIs: 'It is used as it is',
  anotherIsBetter: 'Another photo may work better',
  examples: 'Good and poor photos',
  example: {
    good: 'Good',
    cutOff: 'Cut off',
    turned: 'Turned',
    notAlone: 'Not alone',
    tooDark: 'Too dark',
  },
  poor: 'Poor: ',
} as const;
