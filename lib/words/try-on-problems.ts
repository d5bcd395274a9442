import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';

/** Plain sentences for the person who asked for the picture: no codes, no blame. */
interface ProblemWords {
  title: string;
  advice: string;
}

/** Where the fault lies with our account: the cause is not the shopper's to know. */
const WAITING_ROOM: ProblemWords = {
  title: 'The fitting room is taking a short break',
  advice:
    'Your photo is safe and nothing was counted. We have been told and are putting it right: please try again a little later.',
};

/** What somebody reads whose try-on ended without a look. */
export const tryOnProblemWords: Readonly<Record<TryOnErrorClass, ProblemWords>> = {
  credentials: WAITING_ROOM,
  forbidden: WAITING_ROOM,
  credits: WAITING_ROOM,
  rate_limited: {
    title: 'The fitting room is very busy',
    advice: 'Nothing was counted. Please try again in a minute.',
  },
  invalid_request: {
    title: 'We could not ask for this picture',
    advice:
      'The mistake is on our side, not in your photo, and nothing was counted. Another garment may work; we will look into this one.',
  },
  input_unreadable: {
    title: 'One of the pictures could not be read',
    advice:
      'Nothing was counted. Please try another photo, saved as JPEG, PNG or WebP. If that fails too, the picture of the garment is at fault and we will see to it.',
  },
  no_person: {
    title: 'We could not find a person in the photo',
    advice:
      'Nothing was counted. Use a photo of one person facing the camera in good light, from the head to at least the hips, with nothing in front of the body.',
  },
  content_blocked: {
    title: 'The safety filter stopped this picture',
    advice:
      'Filters like this one are sometimes wrong, and nothing was counted. Try a photo in fitted everyday clothes.',
  },
  provider_error: {
    title: 'Something went wrong while making your picture',
    advice: 'It was not your photo, and nothing was counted. Please try again.',
  },
  provider_timeout: {
    title: 'Your picture took too long',
    advice: 'It was not your photo, and nothing was counted. Please try again in a few minutes.',
  },
  provider_protocol: {
    title: 'Something went wrong while making your picture',
    advice:
      'It was not your photo, and nothing was counted. Please try again in a few minutes; we will look into it.',
  },
  result_unreadable: {
    title: 'Your picture came back damaged',
    advice: 'It was not your photo, and nothing was counted. Please try again.',
  },
  result_expired: {
    title: 'This picture was lost on its way',
    advice:
      'The picture service no longer has it. We are sorry: it was not your photo, and nothing was counted. Please try again.',
  },
  submit_unknown: {
    title: 'We cannot tell whether your picture is being made',
    advice:
      'The line broke at the wrong moment. Nothing was counted, and you can ask again whenever you like.',
  },
  unclassified: {
    title: 'This picture did not work out',
    advice:
      'Nothing was counted. A different photo often helps: one person, facing the camera, in good light. We will look into this one.',
  },
};

/** The same on a house model: nobody has a photo to change. */
const onHouseModel: Partial<Record<TryOnErrorClass, string>> = {
  input_unreadable:
    'Nothing was counted. Please try another model; if that fails too, the picture of the garment is at fault and we will see to it.',
  no_person: 'Nothing was counted. Please try another model; we will look into this one.',
  content_blocked:
    'Filters like this one are sometimes wrong, and nothing was counted. Please try another model or another garment.',
  unclassified: 'Nothing was counted. Another model often helps. We will look into this one.',
};

export const problemWords = (
  code: TryOnErrorClass,
  subject: 'photo' | 'house-model',
): ProblemWords => {
  const words = tryOnProblemWords[code];
  const advice = subject === 'house-model' ? onHouseModel[code] : undefined;
  return advice ? { ...words, advice } : words;
};
