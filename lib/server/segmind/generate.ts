import 'server-only';
import type { SegmindContext } from './context.ts';
import { InferenceFailed, SegmindError } from './errors.ts';
import { MAX_RESULT_BYTES } from './fetch-result.ts';
import { checkParameters, type TryOnParameters, toWireBody } from './parameters.ts';
import { decodePicture, type PictureType, sniffPicture } from './picture-bytes.ts';
import { judgeStatus } from './status-table.ts';
import { readFigure, readJsonObject } from './wire.ts';

export type GeneratedPicture = Readonly<{
  bytes: Uint8Array;
  contentType: PictureType;
  remainingCredits?: number;
  generationSeconds?: number;
}>;

/**
 * `POST /v1/try-on-diffusion`: answers with the picture itself, as bytes or, with `base64: true`, as
 * base64 in JSON. Throws `InferenceFailed` for a failed job and `SegmindError` for all else. When the
 * line breaks, the picture is lost though it may be billed: the app uses v2, where it can be
 * asked for again.
 */
export async function generate(
  context: SegmindContext,
  input: TryOnParameters,
  { timeoutMs = 600_000 }: { timeoutMs?: number } = {},
): Promise<GeneratedPicture> {
  const checked = checkParameters(input);
  if (checked.kind === 'invalid') {
    throw new SegmindError({
      status: null,
      detail: checked.complaint,
      errorClass: 'invalid_request',
    });
  }
  const answer = await context.call({
    method: 'POST',
    path: '/v1/try-on-diffusion',
    json: toWireBody(checked.parameters),
    timeoutMs,
    maxBodyBytes: MAX_RESULT_BYTES,
  });
  if (answer.kind === 'failed') {
    const { sent, timedOut, message } = answer.failure;
    const notSent = timedOut ? 'provider_timeout' : 'provider_error';
    throw new SegmindError({
      status: null,
      detail: message,
      errorClass: sent === 'lost' ? 'submit_unknown' : notSent,
    });
  }

  const { status, headers, body, cut } = answer;
  const providerText = () => context.errorText(body) || `HTTP ${status}`;
  if (status === 422) throw new InferenceFailed(providerText(), readJsonObject(body) ?? {});
  if (status < 200 || status >= 300) {
    const { errorClass, afterSubmit } = judgeStatus(status, context.errorText(body));
    throw new SegmindError({
      status,
      detail: providerText(),
      errorClass: afterSubmit === 'unknown' ? 'submit_unknown' : errorClass,
    });
  }
  const picture = cut === undefined ? readPicture(body) : undefined;
  if (picture === undefined) {
    throw new SegmindError({
      status,
      detail: cut === undefined ? providerText() : `the picture was cut off (${cut})`,
      errorClass: 'result_unreadable',
    });
  }
  return {
    ...picture,
    remainingCredits: readFigure(headers.get('x-remaining-credits')),
    generationSeconds: readFigure(headers.get('x-generation-time')),
  };
}

function readPicture(
  body: Uint8Array,
): { bytes: Uint8Array; contentType: PictureType } | undefined {
  const contentType = sniffPicture(body);
  if (contentType !== undefined) return { bytes: body, contentType };
  const json = readJsonObject(body);
  for (const text of [json?.image, json?.output]) {
    const picture = typeof text === 'string' ? decodePicture(text) : undefined;
    if (picture !== undefined) return picture;
  }
  return undefined;
}
