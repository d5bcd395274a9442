import { Server } from 'node:net';
import { expect, it, vi } from 'vitest';

it('lets more connections wait where Next listens, and leaves all else as it was called', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen').mockReturnThis();
  await import('./long-queue.mjs');
  const ready = () => {};
  const server = new Server();
  server.listen(3000, undefined);
  server.listen(3000, '::');
  server.listen(3000, ready);
  server.listen({ port: 3000 });
  server.listen('/tmp/socket');
  expect(listen.mock.calls).toEqual([
    [3000, undefined, 16_384],
    [3000, '::', 16_384],
    [3000, ready],
    [{ port: 3000 }],
    ['/tmp/socket'],
  ]);
});
