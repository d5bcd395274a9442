import type { AppealState, FeedbackKind } from '#lib/domain/review-case.ts';

/** A shopper who objects to a block, and what she reads of the answer. */
export const appealWords = {
  open: 'Ask a person to look at it',
  title: 'Was this stopped by mistake?',
  /** Pictures are looked at by nobody otherwise. */
  text: 'Somebody who runs the fitting room looks at it and answers here. They may look at your photo and the garment for that.',
  label: 'What should they know?',
  send: 'Send',
  leave: 'Not now',
  once: 'You have asked for this one already.',
  notThis: 'There is nothing to object to here.',
  sent: 'Sent. The answer will be here and in My looks.',
  state: {
    OPEN: 'A person will look at it. The answer comes here.',
    UPHELD: 'We looked at it, and it stays as it is.',
    OVERTURNED: 'We looked at it, and you were right.',
  } satisfies Record<AppealState, string>,
  /** In My looks, where there is little room. */
  short: {
    OPEN: 'A person will look at it',
    UPHELD: 'Looked at; it stays as it is',
    OVERTURNED: 'Looked at; you were right',
  } satisfies Record<AppealState, string>,
  answer: 'The answer',
  seeNew: 'See the new try-on',
  seeNewOf: (title: string) => `See the new try-on: ${title}`,
} as const;

/** A shopper who says what is wrong with a look. */
export const feedbackWords = {
  open: 'Something wrong with this picture?',
  title: 'What is wrong with this picture?',
  text: 'The people who run the fitting room may look at the picture to put it right. The shop only learns that there was a complaint.',
  kinds: {
    changed_body: 'It changed my body',
    wrong_garment: 'It is the wrong garment',
    too_revealing: 'It is too revealing',
    face_changed: 'My face changed',
    other: 'Something else',
  } satisfies Record<FeedbackKind, string>,
  label: 'Anything else?',
  send: 'Send',
  leave: 'Not now',
  thanks: 'Thank you. Somebody will look at it.',
  told: 'You told us about this picture. Thank you.',
  noPicture: 'There is no picture to say something about.',
} as const;
