import { z } from 'zod';
import { normaliseProviderText } from '#lib/domain/provider-signature.ts';
import { filedClasses } from '#lib/domain/text-rules.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';

const instant = z.iso.datetime();
const errorClass = z.enum(errorClasses);

/** Written as somebody reads it, kept as it is matched. */
const phrase = z
  .string()
  .max(300, 'Use at most 300 characters.')
  .transform(normaliseProviderText)
  .pipe(z.string().min(1, 'Give some of the provider’s words.'));
const rule = { phrase, errorClass: z.enum(filedClasses, 'Choose a class.') };

/** `POST /api/admin/classifier/preview`: changes nothing. */
export const rulePreviewBody = z.strictObject(rule);
export type RulePreviewBody = z.infer<typeof rulePreviewBody>;

/** `POST /api/admin/classifier/rules` */
export const makeRuleBody = z.strictObject({
  ...rule,
  note: z.string().trim().max(300, 'Use at most 300 characters.').default(''),
});
export type MakeRuleBody = z.infer<typeof makeRuleBody>;

export const ruleParams = z.strictObject({ id: z.uuid() });

/** What a rule would do to the cases that there are. */
export const rulePreview = z.object({
  phrase: z.string(),
  errorClass: z.enum(filedClasses),
  /** By the class that they have now; the open ones follow. */
  changes: z.array(z.object({ from: errorClass, open: z.int(), resolved: z.int() })),
  /** Of the open ones: kept back, since an appeal waits for an answer. */
  appealed: z.int(),
  samples: z.array(
    z.object({ from: errorClass, text: z.string(), cases: z.int(), tryOnId: z.string() }),
  ),
  /** Built-in verdicts that it would overrule. */
  overruled: z.array(z.object({ errorClass, text: z.string(), cases: z.int() })),
  /** Rules in force that hold for the same texts; this one would go before them. */
  rules: z.array(z.object({ id: z.uuid(), phrase: z.string(), errorClass: z.enum(filedClasses) })),
});
export type RulePreview = z.infer<typeof rulePreview>;

/** How many open cases were filed anew at once; more follow in the background when `more`. */
export const ruleChanged = z.object({ id: z.uuid(), changed: z.int(), more: z.boolean() });

/** A text that the provider says and nobody has filed. */
export const unfiledText = z.object({
  phrase: z.string(),
  signature: z.string(),
  sample: z.string(),
  open: z.int(),
  resolved: z.int(),
  firstAt: instant,
  lastAt: instant,
});
export type UnfiledText = z.infer<typeof unfiledText>;

export const ruleView = z.object({
  id: z.uuid(),
  phrase: z.string(),
  errorClass: z.enum(filedClasses),
  note: z.string(),
  by: z.string().nullable(),
  at: instant,
  retired: z.object({ by: z.string().nullable(), at: instant }).nullable(),
  /** Try-ons that it has filed, by what they were filed under before. */
  filed: z.array(z.object({ from: errorClass, count: z.int() })),
});
export type RuleView = z.infer<typeof ruleView>;

/** `GET /api/admin/classifier` */
export const classifierView = z.object({
  unfiled: z.array(unfiledText),
  /** The newest first, which is their order. */
  rules: z.array(ruleView),
});
export type ClassifierView = z.infer<typeof classifierView>;
