import {
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  type PasswordProblem,
} from '#lib/domain/password.ts';

/** What an answer other than yes says, where the place that refused has no better words. */
export const problemTitles = {
  invalid_input: 'Something in this request is not right.',
  unauthenticated: 'Please sign in first.',
  wrong_credentials: 'Email or password is not right.',
  forbidden: 'You may not do this.',
  cross_site: 'This request came from another site and was refused.',
  not_found: 'This is not here.',
  conflict: 'This has changed in the meantime. Load it again.',
  consent_required: 'Please agree to how your photo is used first.',
  email_taken: 'There is already an account with this email address.',
  too_large: 'This file is too large.',
  unsupported_type: 'This kind of file cannot be used.',
  picture_refused: 'This picture cannot be used.',
  garment_not_ready: 'This garment is not ready yet.',
  rate_limited: 'That was a little fast. Please wait a moment.',
  allowance_used: 'Today’s try-ons are used up.',
  shop_month_used: 'This shop has given out all its try-ons for this month.',
  shop_day_used: 'This shop has given out all its try-ons for today.',
  shopper_allowance_used: 'Today’s try-ons in this shop are used up.',
  internal: 'Something went wrong on our side.',
  unavailable: 'This is not available just now. Please try again in a moment.',
} as const;

/** Better words for some of them. */
export const refusals = {
  garmentGone: 'This garment is not in the shop any more.',
  garmentNotForTryingOn: 'This cannot be tried on.',
  garmentWithoutPicture: 'This garment has no picture to try on yet.',
  garmentHeldBack: 'This garment’s picture is not fit for trying on yet.',
  erasedMeanwhile: 'You have had your photos deleted meanwhile, so this one was not kept either.',
  newConsentText:
    'There is a new text on how photos are used. Read it and agree to it before a photo is used again.',
  photoGone: 'This photo is not here any more.',
  modelGone: 'This model is not here any more.',
  lookGone: 'This look is not here any more.',
  notAnOutfit: 'An outfit is one top and one bottom, so this garment does not go on this look.',
  placeNotOfThisList: 'cursor: This place is not one of this list.',
  noUpload: 'Send the picture as multipart/form-data.',
  uploadBroken: 'The upload did not arrive whole.',
  uploadSlow: 'The upload took too long. Please try again where the connection is better.',
  noPictureInUpload: 'There is no picture in it.',
  onePictureOnly: 'Please send one picture at a time.',
  guestAllowance: (aDay: number) =>
    `Guests can ask for ${aDay} try-ons a day. Create an account to go on, or come back tomorrow.`,
  allowance: (aDay: number) =>
    `You can ask for ${aDay} try-ons a day. Come back tomorrow for more.`,
} as const;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** Where one of a shop's caps is reached. By the clock of UTC, since nobody knows the reader's here. */
export const shopRefusal = {
  month: (_: number, againAt: Date) =>
    `This shop has given out all its try-ons for this month. There are new ones from ${day.format(againAt)}; your looks stay where they are.`,
  day: () =>
    'This shop has given out all its try-ons for today. There are new ones by tomorrow; your looks stay where they are.',
  shopper: (cap: number) =>
    `This shop gives each person ${cap} ${cap === 1 ? 'try-on' : 'try-ons'} a day. You can go on by tomorrow, and in other shops now.`,
} as const;

/** What is wrong with what was typed. */
export const fieldProblems = {
  nameMissing: 'Tell us what to call you.',
  emailOdd: 'That does not look like an email address.',
} as const;

export const passwordProblemText: Record<PasswordProblem, string> = {
  short: `Use at least ${MIN_PASSWORD_LENGTH} characters.`,
  long: `Use at most ${MAX_PASSWORD_LENGTH} characters.`,
  common: 'Very many people have this password, so it is tried first. Choose another one.',
  own: 'This is close to your name, your email address or our name. Choose something that nobody would guess.',
};
