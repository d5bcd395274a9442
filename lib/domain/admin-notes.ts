import type { TryOnErrorClass } from './try-on-error.ts';

/**
 * What happened and what to do about it, for whoever runs the service. Apart from the rules, which
 * browsers load: shoppers need not read the names of our settings.
 */
export const ADMIN_NOTES: Readonly<Record<TryOnErrorClass, string>> = {
  credentials:
    'Segmind refused the API key (missing, mistyped or revoked). Set a working SEGMIND_API_KEY and resume sending.',
  forbidden:
    'The Segmind team that this API key belongs to may not use Try-On Diffusion. Allow the model for the team, or use the key of another team, and resume sending.',
  credits:
    'The Segmind account is out of credits or has reached its spend limit. Top up or raise the limit, and resume sending.',
  rate_limited:
    'Segmind answered 429: more calls a minute than the plan allows. If this repeats, lower SEGMIND_RPM to the figure of the plan, or take a larger plan.',
  invalid_request:
    'Segmind refused the request itself: a parameter, its format, or the address of the model. The words of the provider name the field. Asking again changes nothing until the garment or the program is put right.',
  input_unreadable:
    'Segmind could not fetch or decode the photo or the garment picture. Check that signed picture links can be reached from outside and had not run out, and that the garment picture opens.',
  no_person:
    'The model found no person in the photo. Many of these for one house model or one garment mean that its picture should be replaced.',
  content_blocked:
    "Segmind's content filter refused the job. Look at the photo and the garment picture, and answer the appeal if there is one.",
  provider_error:
    'Segmind answered with a server error or could not be reached. One of these is ordinary; many at once are an outage at the provider or of our own network.',
  provider_timeout:
    'Segmind did not answer in time. One of these is ordinary; many at once mean that the provider is overloaded.',
  provider_protocol:
    'Segmind answered something that its documentation does not allow: an HTML page, broken JSON, an unknown status word. The raw text is kept. Check SEGMIND_BASE_URL and any proxy in between; if both are right, the API has changed.',
  result_unreadable:
    'The job succeeded and was billed, but its output is not a picture that we can open, or it lies on a host that SEGMIND_OUTPUT_HOSTS does not name. Until the hour is over the output can still be fetched by its request id.',
  result_expired:
    'Segmind no longer knows this request id: records die one hour after submission. The job may have been billed. Look for what kept the worker from asking in time.',
  submit_unknown:
    "The answer to the submit was lost, so Segmind may have run and billed a job whose request id we do not know. Nothing is sent again by itself. Compare with the provider's dashboard if the money matters.",
  unclassified:
    "Segmind failed the job in words that no rule knows. Read the provider's text; file it in the classifier, and the next is classed at once.",
};

/** For a case that was opened while the try-on is still under way. */
export const LATE_NOTE =
  'Sent more than 45 minutes ago, and its picture is not saved yet. The provider forgets it an hour after it was sent. We keep trying; see whether the provider and our storage answer. This case closes by itself when the picture comes.';

/** For a look that its shopper complains of. */
export const REPORTED_NOTE =
  'The look was made, and the shopper says that something is wrong with it. Look at it beside the garment’s picture: many complaints of one garment mean that its picture should be replaced.';
