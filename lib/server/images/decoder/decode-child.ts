import 'server-only';
import { decodeWithin, toJpeg } from '../decode-picture.ts';
import { frameReader, ORDER_HEAD, type Order, readOrder, writeReply } from './frames.ts';

/*
 * The program that decodes what came from outside (see decoder-process.ts): files in on stdin, one at
 * a time, clean JPEGs out on stdout. It knows no key, no database and no name, may read the project's
 * code and nothing else, and ends with whoever started it.
 */

const WATCH_MS = 20;
/** What the process may hold in memory, in bytes. */
const memoryLimit = Number(process.argv[2]);

async function decode(file: Buffer, order: Order): Promise<void> {
  // libvips allocates where no heap limit of V8 reaches, and the kernel's own limit is not everywhere.
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > memoryLimit) end();
  }, WATCH_MS);
  try {
    const { width, height, maxSide, quality } = order;
    const pipeline = await decodeWithin({ decodable: file, width, height }, maxSide);
    const { data, info } = await toJpeg(pipeline, quality);
    answer({ length: data.length, width: info.width, height: info.height }, data);
  } catch {
    answer({ length: 0, width: 0, height: 0 });
  } finally {
    clearInterval(watch);
  }
}

function answer(reply: Parameters<typeof writeReply>[0], data?: Buffer): void {
  process.stdout.write(writeReply(reply));
  if (data) process.stdout.write(data);
}

/** At once, whatever libvips is in the middle of. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

const read = frameReader(
  ORDER_HEAD,
  (head) => readOrder(head).length,
  (head, file) => void decode(file, readOrder(head)),
);
process.stdin.on('data', read);
// The pipe closes with the server, however that ends.
process.stdin.on('end', end);
process.stdin.on('error', end);
process.stdout.on('error', end);
// A Ctrl-C reaches the whole group; the server may still want this picture before it leaves.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
// An empty reply says that it is there.
answer({ length: 0, width: 0, height: 0 });
