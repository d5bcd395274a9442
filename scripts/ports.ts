import { createServer } from 'node:net';

/** Whether a server could listen on this port now. Without a host: on every address. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `first` up, on this machine's loopback address. */
export async function firstFreePort(first: number): Promise<number> {
  for (let port = first; port < first + 200 && port < 65_536; port += 1) {
    if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return port;
  }
  return anyFreePort();
}

/** A port that the system picks. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
