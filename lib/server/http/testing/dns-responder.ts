import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

/** What a name server says of a name: addresses, or another name to go by; nothing for no such name. */
export type Zone = (name: string, asked: number) => string[] | undefined;

const TYPE = { A: 1, CNAME: 5, AAAA: 28 } as const;
const NO_SUCH_NAME = 3;

/**
 * A name server on the loopback whose answers hold for no second (TTL 0). `zone` is told how many times
 * the name was asked for before, for each kind of address. Format: RFC 1035, section 4.
 */
export async function startDnsResponder(zone: Zone) {
  const asked = new Map<string, number>();
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    const { name, type, end } = readQuestion(query);
    const key = `${name} ${type}`;
    const before = asked.get(key) ?? 0;
    asked.set(key, before + 1);
    const said = zone(name, before);
    const records = (said ?? []).flatMap((one) => recordOf(name, one, type));
    socket.send(answer(query, end, said ? 0 : NO_SUCH_NAME, records), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    server: `127.0.0.1:${socket.address().port}`,
    timesAsked: (name: string, type: 'A' | 'AAAA') => asked.get(`${name} ${TYPE[type]}`) ?? 0,
    forget: () => asked.clear(),
    close: () => socket.close(),
  };
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** `value` is an address, or the name that this one is an alias of and that one's address: `name=…`. */
function recordOf(name: string, value: string, type: number): Buffer[] {
  const [alias, address] = value.includes('=') ? value.split('=') : [undefined, value];
  const owner = alias ?? name;
  const found: Buffer[] = alias ? [record(name, TYPE.CNAME, nameBytes(alias))] : [];
  const kind = isIPv6(address ?? '') ? TYPE.AAAA : TYPE.A;
  if (address && kind === type) found.push(record(owner, kind, addressBytes(address)));
  return found;
}

function record(name: string, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([nameBytes(name), head, data]);
}

function nameBytes(name: string): Buffer {
  const labels = name
    .split('.')
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
  const [left = '', right = ''] = address.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const missing = 8 - groups(left).length - groups(right).length;
  const all = [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right)];
  return Buffer.from(
    all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]),
  );
}

function answer(query: Buffer, end: number, code: number, records: Buffer[]): Buffer {
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  // A response, authoritative, with recursion.
  head.writeUInt16BE(0x8580 | code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, query.subarray(12, end), ...records]);
}
