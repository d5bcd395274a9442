import { z } from 'zod';
import { guidanceRange, stepsRange } from '#lib/domain/parameters.ts';
import { retentionOfProgram, retentionRanges } from '#lib/domain/retention.ts';
import { dailyTryOnsRange } from '#lib/domain/settings.ts';

const within = (
  number: z.ZodNumber | z.ZodInt,
  { min, max }: { min: number; max: number },
  words: string,
) =>
  number
    .min(min, `Write ${words} from ${min} to ${max}.`)
    .max(max, `Write ${words} from ${min} to ${max}.`);

const whole = (range: { min: number; max: number }) =>
  within(z.int('Write a whole number.'), range, 'a whole number');

/** All of them, as they are kept. */
export const settings = z
  .strictObject({
    parameters: z.strictObject({
      steps: whole(stepsRange),
      guidance: within(z.number('Write a number.'), guidanceRange, 'a number'),
    }),
    dailyTryOns: z.strictObject({
      guest: whole(dailyTryOnsRange),
      account: whole(dailyTryOnsRange),
    }),
    // Settings that were saved before there was any hold no less for that.
    retention: z
      .strictObject({
        photoDays: whole(retentionRanges.photoDays),
        lookDays: whole(retentionRanges.lookDays),
        guestDays: whole(retentionRanges.guestDays),
        providerTextDays: whole(retentionRanges.providerTextDays),
      })
      .default(retentionOfProgram),
  })
  .refine(({ dailyTryOns }) => dailyTryOns.account >= dailyTryOns.guest, {
    path: ['dailyTryOns', 'account'],
    message: 'An account may ask for at least as many as a guest.',
  });

/** `PUT /api/admin/settings` */
export const changeSettingsBody = z.strictObject({
  settings,
  /** Those that the writer has before her: of two who write at once, one is first. */
  instead: settings,
});
export type ChangeSettingsBody = z.infer<typeof changeSettingsBody>;

/** `GET /api/consent`: what a shopper agrees to before a photo is taken in. */
export const consentView = z.object({ version: z.string(), text: z.string() });
export type ConsentView = z.infer<typeof consentView>;

/** `POST /api/admin/settings/consent`: it becomes the one that everybody is asked for. */
export const consentTextBody = z.strictObject({
  text: z
    .string()
    .trim()
    .min(40, 'Say what people agree to.')
    .max(2_000, 'Use at most 2,000 characters.'),
  /** The version that the writer has before her: of two who write at once, one is first. */
  instead: z.string().max(40),
});

export const consentVersion = consentView.extend({
  /** Null for the one that comes with the program. */
  at: z.iso.datetime().nullable(),
  by: z.string().nullable(),
  /** Consents given to it. */
  given: z.int(),
});
export type ConsentVersion = z.infer<typeof consentVersion>;

/** `GET /api/admin/settings` */
export const settingsView = z.object({
  settings,
  /** The newest first, which is the one that is asked for. */
  consents: z.array(consentVersion),
});
export type SettingsView = z.infer<typeof settingsView>;
