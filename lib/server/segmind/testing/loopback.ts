import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/**
 * A TCP server on a free port of the loopback. `talk` gets each socket when the head and the body of
 * one request have arrived, with what arrived.
 */
export async function listen(
  talk: (socket: Socket, request: string) => void,
): Promise<{ url: string; received: string[]; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const received: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    // A peer that hangs up is what these servers are for.
    socket.on('error', () => undefined);
    let request = '';
    socket.on('data', (chunk) => {
      request += chunk.toString('latin1');
      if (!isWhole(request)) return;
      received.push(request);
      talk(socket, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An address at which nothing listens: it was taken a moment ago and given back. */
export async function closedUrl(): Promise<string> {
  const { url, close } = await listen(() => undefined);
  await close();
  return url;
}

function isWhole(request: string): boolean {
  const end = request.indexOf('\r\n\r\n');
  const length = Number(/content-length: (\d+)/iu.exec(request)?.[1] ?? 0);
  return end >= 0 && request.length >= end + 4 + length;
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
