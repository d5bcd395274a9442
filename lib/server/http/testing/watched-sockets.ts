import { isIP, Socket } from 'node:net';
import { vi } from 'vitest';

interface ConnectOptions {
  host?: string;
  port?: number | string;
  path?: string;
  lookup?: (
    host: string,
    options: { all: boolean },
    done: (error: Error | null, addresses: { address: string }[]) => void,
  ) => void;
}

/**
 * Notes where every socket of this process, with TLS or without, wants to connect to, on any port, and
 * lets only those through that lead to `open` (an `address:port` each): a test must not reach the
 * internet, and an address that is not there must not look like one that nobody has asked for.
 */
export function watchSockets(open: ReadonlySet<string>) {
  const connect = Socket.prototype.connect;
  const targets: string[] = [];
  const spy = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (
    this: Socket,
    ...args: unknown[]
  ) {
    const [first] = args;
    const options: ConnectOptions = Array.isArray(first) ? first[0] : first;
    const { host = 'localhost', port = '', path } = options;
    const addresses: string[] = [];
    if (path !== undefined) addresses.push(path);
    else if (isIP(host) || !options.lookup) addresses.push(host);
    else {
      options.lookup(host, { all: true }, (_error, found) => {
        addresses.push(...found.map(({ address }) => address));
      });
    }
    const wanted = addresses.map((address) => `${address}:${port}`);
    targets.push(...wanted);
    if (wanted.every((target) => open.has(target))) {
      return Reflect.apply(connect, this, args);
    }
    // Whoever asked listens for what became of it only when this has returned.
    const kept = Object.assign(new Error('kept from leaving'), { code: 'ECONNREFUSED' });
    setImmediate(() => this.destroy(kept));
    return this;
  });
  return { targets, restore: () => spy.mockRestore() };
}
