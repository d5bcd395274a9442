import { describe, expect, it } from 'vitest';
import {
  fetchFailure,
  html,
  JPEG,
  JPEG_BASE64,
  json,
  scriptedContext,
} from './testing/scripted-fetch.ts';
import { uploadAssets } from './upload-assets.ts';

const PICTURE = { bytes: JPEG, contentType: 'image/jpeg' } as const;
const ADDRESS = 'https://images.segmind.com/assets/a.jpeg';

describe('uploading pictures to the provider', () => {
  it('sends data URIs to the upload host and gives the addresses in order', async () => {
    const { context, sent } = scriptedContext([
      json(200, { file_urls: [ADDRESS, `${ADDRESS}?2`], message: 'ok' }),
    ]);
    expect(await uploadAssets(context, [PICTURE, PICTURE])).toEqual({
      kind: 'uploaded',
      urls: [ADDRESS, `${ADDRESS}?2`],
    });
    const dataUri = `data:image/jpeg;base64,${JPEG_BASE64}`;
    expect(sent).toMatchObject([
      {
        method: 'POST',
        url: 'https://workflows-api.segmind.com/upload-asset',
        body: { data_urls: [dataUri, dataUri] },
      },
    ]);
  });

  it.each([
    ['fewer addresses than pictures', json(200, { file_urls: [] }), 'provider_protocol'],
    [
      'more addresses than pictures',
      json(200, { file_urls: [ADDRESS, ADDRESS] }),
      'provider_protocol',
    ],
    [
      'something that is no address',
      json(200, { file_urls: ['assets/a.jpeg'] }),
      'provider_protocol',
    ],
    ['an address of another kind', json(200, { file_urls: ['file:///a'] }), 'provider_protocol'],
    ['an HTML page', html(200), 'provider_protocol'],
    ['a wrong key', json(401, { error: 'no' }), 'credentials'],
    ['a picture that is too large', json(413, { error: 'too large' }), 'invalid_request'],
    ['a broken line', fetchFailure('ECONNRESET'), 'provider_error'],
  ])('fails on %s', async (_, answer, errorClass) => {
    const { context } = scriptedContext([answer]);
    expect(await uploadAssets(context, [PICTURE])).toMatchObject({
      kind: 'unavailable',
      errorClass,
    });
  });
});
