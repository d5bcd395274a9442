import type { TryOnErrorClass } from './try-on-error.ts';

/**
 * Raise it with every change of a rule: the event that tells the class tells it too, so that old rows
 * can be found and classed anew.
 */
export const PROVIDER_TEXT_VERSION = 2;

/** The classes that a text alone can establish. */
export type ProviderTextClass = Extract<
  TryOnErrorClass,
  'content_blocked' | 'no_person' | 'input_unreadable' | 'invalid_request' | 'unclassified'
>;

export type ProviderTextVerdict = Readonly<{
  errorClass: ProviderTextClass;
  version: number;
}>;

/** As collected from integrations of the API; the provider gives no symbolic code for a block. */
const BLOCKED = /content.?policy|content.?filter|safety|moderation|responsible.?ai|\brai\b|nsfw/iu;

/** A complaint about a media type that stands close to the words of a block but is none. */
const CONTENT_TYPE = /invalid[\s_\p{Pd}]*content[\s_\p{Pd}]*type/iu;

export const isAboutContentType = (text: string): boolean => CONTENT_TYPE.test(text);

/** Seen: "No human detected". The others are what the same check says in neighbouring models. */
const NO_PERSON =
  /\bno\s+(?:human|person|people|body|pose)s?\s+(?:(?:was|were|is|are|could\s+be)\s+)?(?:detected|found|visible|present|in\s+the\s+(?:image|photo|picture))\b|\b(?:human|person|body|pose)\s+(?:was\s+|is\s+|could\s+)?not\s+(?:be\s+)?(?:detected|found)\b/iu;

/** Seen: "Reference media rejected: …". "cannot identify image file" is Pillow's own sentence. */
const INPUT_UNREADABLE =
  /reference\s+media\s+rejected|cannot\s+identify\s+image|(?:could\s*n[o']t|can\s*not|can't|unable\s+to|failed\s+to|error)\s+(?:to\s+)?(?:load|loading|open|read|decode|decoding|download|downloading|fetch|fetching|retrieve)\w*\s+(?:the\s+|an?\s+|input\s+|reference\s+|model_|cloth_)*(?:image|media|picture|file|url)/iu;

/** Seen: "Validation error in …". */
const INVALID =
  /validation\s+errors?\b|\bfield\s+required\b|\bmissing\s+(?:required\s+)?(?:field|parameter)|\binvalid\s+(?:parameter|value|request|category)/iu;

/**
 * Classes what the provider says about a job that it FAILED (or a request that it refused).
 * A block comes before everything else, because it is the one that a person may appeal against; a
 * text about an invalid content type is never a block, whatever else it mentions.
 */
export function classifyProviderText(text: string): ProviderTextVerdict {
  return { errorClass: classOf(text), version: PROVIDER_TEXT_VERSION };
}

function classOf(text: string): ProviderTextClass {
  const aboutContentType = isAboutContentType(text);
  if (!aboutContentType && BLOCKED.test(text)) return 'content_blocked';
  if (NO_PERSON.test(text)) return 'no_person';
  if (INPUT_UNREADABLE.test(text)) return 'input_unreadable';
  if (aboutContentType || INVALID.test(text)) return 'invalid_request';
  return 'unclassified';
}
