import 'server-only';
import type { SegmindContext } from './context.ts';
import type { PictureType } from './picture-bytes.ts';
import { toUnavailable, type Unavailable } from './unavailable.ts';
import { assetAnswerSchema, readJsonObject } from './wire.ts';

export type AssetPicture = Readonly<{ bytes: Uint8Array; contentType: PictureType }>;

export type UploadOutcome =
  /** Addresses in the order of the pictures. They are public to whoever has them. */
  { kind: 'uploaded'; urls: readonly [string, ...string[]] } | Unavailable;

/**
 * `POST /upload-asset` on the provider's upload host: puts pictures where its models can load them,
 * for when our own origin cannot be reached from outside. Not billed, so it may be repeated.
 */
export async function uploadAssets(
  context: SegmindContext,
  pictures: readonly [AssetPicture, ...AssetPicture[]],
): Promise<UploadOutcome> {
  const answer = await context.call({
    method: 'POST',
    path: '/upload-asset',
    to: 'assets',
    json: {
      data_urls: pictures.map(
        ({ bytes, contentType }) =>
          `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`,
      ),
    },
  });
  if (
    answer.kind === 'answered' &&
    answer.status >= 200 &&
    answer.status < 300 &&
    answer.cut === undefined
  ) {
    const parsed = assetAnswerSchema.safeParse(readJsonObject(answer.body));
    const [first, ...rest] = parsed.success ? parsed.data.file_urls : [];
    if (first !== undefined && rest.length === pictures.length - 1) {
      return { kind: 'uploaded', urls: [first, ...rest] };
    }
  }
  return toUnavailable(context, answer);
}
