// Loaded before Next (`--import`). Connections that come faster than they are accepted wait in a queue of the
// kernel's, which is 511 long by Node's default, and Next has no setting for it. All who were cut off by a
// restart come back in the same second: those beyond the queue try again after 1, 2, 4 … seconds, and some
// are reset. The kernel makes it shorter where its own limit is (`net.core.somaxconn`, 4096 on Linux).
import { Server } from 'node:net';

const WAITING = 16_384;

const { listen } = Server.prototype;

/** As Next calls it, with a port and a host; any other way of calling it stays as it is. */
Server.prototype.listen = function listenWithLongQueue(...args) {
  const [port] = args;
  const asNext = args.length === 2 && typeof port === 'number' && typeof args[1] !== 'function';
  return listen.apply(this, asNext ? [...args, WAITING] : args);
};
