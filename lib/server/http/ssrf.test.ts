import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pictureFetchOptions } from '#lib/server/imports/current-picture-fetch.ts';
import { webhookOptions } from '#lib/server/operations/alert-webhook.ts';
import { downloadOutput, outputFetchOptions } from '#lib/server/segmind/download-output.ts';
import { parseOutputHosts } from '#lib/server/segmind/output-hosts.ts';
import {
  createGuardedFetch,
  createGuardedPost,
  type GuardedFetchOptions,
  type ResolvedAddress,
} from './guarded-fetch.ts';
import { startDnsResponder, type Zone } from './testing/dns-responder.ts';
import { privateHosts, redirectTargets, trickAddresses } from './testing/ssrf-vectors.ts';
import { watchSockets } from './testing/watched-sockets.ts';

/** An address of the open internet. No test gets there: see `watchSockets`. */
const PUBLIC = '93.184.216.34';

/** Names that lead to private places, by what the test's own name server says of them. */
const names: Record<string, (asked: number) => string[]> = {
  'v4-loopback': () => ['127.0.0.1'],
  'v4-any': () => ['0.0.0.0'],
  'v4-ten': () => ['10.1.2.3'],
  'v4-metadata': () => ['169.254.169.254'],
  'v4-wire-server': () => ['168.63.129.16'],
  'v4-shared': () => ['100.64.0.1'],
  'v6-loopback': () => ['::1'],
  'v6-unique': () => ['fd00::1'],
  'v6-link': () => ['fe80::1'],
  'v6-mapped': () => ['::ffff:7f00:1'],
  'v6-nat64': () => ['64:ff9b::7f00:1'],
  'v6-6to4': () => ['2002:7f00:1::'],
  'v6-teredo': () => ['2001:0:7f00:1::80ff'],
  alias: () => ['inside.vectors.test=127.0.0.1'],
  'alias-of-localhost': () => ['localhost=127.0.0.1'],
  'alias-v6': () => ['inside.vectors.test=::1'],
  mixed: () => [PUBLIC, '127.0.0.1'],
  'mixed-first': () => ['127.0.0.1', PUBLIC],
  'mixed-families': () => [PUBLIC, '::1'],
  'mixed-many': () => [...Array<string>(20).fill(PUBLIC), '10.0.0.1'],
  nothing: () => [],
};
const rebinding: typeof names = {
  'changes-its-mind': (asked) => [asked === 0 ? PUBLIC : '127.0.0.1'],
  'changes-family': (asked) => (asked === 0 ? [PUBLIC] : ['::1']),
  'changes-each-time': (asked) => [asked % 2 === 0 ? PUBLIC : '169.254.169.254'],
};
const zone: Zone = (name, asked) => {
  const label = name.replace(/\.vectors\.test$/u, '');
  if (label === 'start') return ['127.0.0.1'];
  if (label === 'public') return [PUBLIC];
  return (names[label] ?? rebinding[label])?.(asked);
};

let trap: Server;
let port: number;
let caught = 0;
let dns: Awaited<ReturnType<typeof startDnsResponder>>;
let sockets: ReturnType<typeof watchSockets>;
let location = '';

beforeAll(async () => {
  dns = await startDnsResponder(zone);
  // On all of this machine's addresses, of both families where there are two.
  trap = createServer((_request, response) => response.writeHead(302, { location }).end());
  trap.on('connection', () => {
    caught += 1;
  });
  trap.listen(0);
  await once(trap, 'listening');
  port = (trap.address() as AddressInfo).port;
});

afterAll(() => {
  trap.closeAllConnections();
  trap.close();
  dns.close();
});

beforeEach(() => {
  caught = 0;
  dns.forget();
  sockets = watchSockets(new Set([`127.0.0.1:${port}`]));
});

afterEach(() => sockets.restore());

async function resolve(host: string): Promise<ResolvedAddress[]> {
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([dns.server]);
  const both = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return both.flatMap((one, index) =>
    one.status === 'fulfilled'
      ? one.value.map((address) => ({ address, family: index === 0 ? 4 : 6 }))
      : [],
  );
}

/** As it is in use, but for the name server, and for the port of the trap, which is allowed too. */
const inTheLab = (options: GuardedFetchOptions): GuardedFetchOptions => ({
  ...options,
  resolve,
  ports: [80, 443, port],
});

/** The three that fetch what others wrote. Each tells whether it got anything. */
const users = {
  'pictures of an import': (start: string[] = []) => {
    const fetchPicture = createGuardedFetch(inTheLab(pictureFetchOptions(start)));
    return async (address: string) => (await fetchPicture(address)).ok;
  },
  'messages of an alert': (start: string[] = []) => {
    const post = createGuardedPost(inTheLab(webhookOptions(start)));
    return async (address: string) => {
      const answer = await post(address, '{}', {});
      // A redirect that is not followed is an answer like any other.
      return answer.ok && answer.status !== 302;
    };
  },
  'results of the provider': (start: string[] = []) => {
    // A provider whose allow-list knows all of the names, so that the addresses are what decides.
    const hosts = parseOutputHosts(['*.vectors.test', 'metadata.google.internal', ...start]);
    const fetchOutput = createGuardedFetch(inTheLab(outputFetchOptions(hosts)));
    return async (address: string) =>
      (await downloadOutput(address, { fetchOutput, hosts })).kind === 'downloaded';
  },
};

/** Connections to anything but the one public address. */
const inside = () => sockets.targets.filter((target) => !target.startsWith(`${PUBLIC}:`));

const dnsHosts = (of: typeof names) => Object.keys(of).map((name) => `${name}.vectors.test`);
const spellings = (host: string) => [
  `http://${host}:${port}/a.jpg`,
  `https://${host}:${port}/a.jpg`,
  `http://${host}/a.jpg`,
  `https://${host}/a.jpg`,
];

describe.each(Object.entries(users))('%s', (name, make) => {
  it('come from no private place, however it is written or named', async () => {
    const hosts = [...privateHosts, ...dnsHosts(names)];
    const addresses = [...hosts.flatMap(spellings), ...trickAddresses(port)];
    const get = make();
    const got: string[] = [];
    for (const address of addresses) if (await get(address)) got.push(address);
    console.info(
      `${name}: ${hosts.length + trickAddresses(port).length} vectors in ${addresses.length} addresses, ${inside().length} connections`,
    );
    expect(hosts.length).toBeGreaterThanOrEqual(100);
    expect(got).toEqual([]);
    expect(inside()).toEqual([]);
    expect(caught).toBe(0);
  });

  it('lead nowhere by a redirect', async () => {
    const start = `start.vectors.test:${port}`;
    const get = make([start]);
    const targets = redirectTargets(port);
    for (const target of targets) {
      location = target;
      expect([target, await get(`http://${start}/a.jpg`)]).toEqual([target, false]);
    }
    console.info(`${name}: ${targets.length} redirects, ${caught - targets.length} connections`);
    // The first answers, and nothing beyond: this also shows that the trap catches.
    expect(sockets.targets).toEqual(targets.map(() => `127.0.0.1:${port}`));
    expect(caught).toBe(targets.length);
  });

  it('come from where the name led when it was checked', async () => {
    const hosts = dnsHosts(rebinding);
    const get = make();
    for (const host of hosts) {
      await get(`https://${host}/a.jpg`);
      expect(dns.timesAsked(host, 'A')).toBe(1);
      // Asked once more, it leads inside, and nobody goes there.
      await get(`https://${host}/a.jpg`);
    }
    console.info(`${name}: ${hosts.length} names that change, ${inside().length} connections`);
    expect(sockets.targets).toEqual(hosts.map(() => `${PUBLIC}:443`));
    expect(caught).toBe(0);
  });
});
