import { type Answer, bytesAnswer, type JsonObject, jsonAnswer } from './answer.ts';
import { notFoundFile } from './answer-rewrites.ts';
import type { Clock } from './clock.ts';
import { type Files, sniffImage } from './files.ts';
import { decodeDataUri } from './inputs.ts';
import type { Store } from './store.ts';
import { errorAnswer } from './wire.ts';

/** The sandbox's own file host: uploads, and the files themselves (which need no key). */
export function createFileCalls({
  files,
  clock,
  store,
}: {
  files: Files;
  clock: Clock;
  store: Store;
}) {
  return {
    /** `{"data_urls": ["data:…"]}` → `{"file_urls": […], "message": "…"}`. */
    upload(body: JsonObject, origin: string): Answer {
      const { data_urls: uris } = body;
      if (!Array.isArray(uris) || uris.length === 0) {
        return errorAnswer(400, 'data_urls must be a list of data URLs.');
      }
      const pictures: { bytes: Uint8Array; type: string }[] = [];
      for (const uri of uris) {
        const bytes = typeof uri === 'string' ? decodeDataUri(uri) : null;
        const type = bytes ? sniffImage(bytes) : null;
        if (!bytes || !type) return errorAnswer(400, 'data_urls holds something that is no image.');
        pictures.push({ bytes, type });
      }
      const assets = pictures.map(({ bytes, type }) => files.prepare('assets', bytes, type));
      store.write(() => ({ files: assets }));
      files.add(...assets);
      return jsonAnswer(200, {
        file_urls: assets.map(({ path }) => `${origin}${path}`),
        message: 'Files uploaded successfully',
      });
    },

    file(path: string): Answer {
      const file = files.find(path);
      const context = { version: 2 as const, now: clock.now() };
      if (!file) return notFoundFile(bytesAnswer(404, 'text/plain', ''), context);
      const answer = bytesAnswer(200, file.contentType, file.bytes);
      return file.rewrite ? file.rewrite(answer, context) : answer;
    },
  };
}
