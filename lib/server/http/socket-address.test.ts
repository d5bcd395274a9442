import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { noteSocketAddresses } from './socket-address.ts';

/** What a server sees as `x-forwarded-for` when a client sends this. */
async function seenWhen(headers: Record<string, string>) {
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
  return seen[0]?.['x-forwarded-for'];
}

it('puts the address of the socket last, whatever the client says of itself', async () => {
  onTestFinished(noteSocketAddresses());
  expect(await seenWhen({})).toBe('127.0.0.1');
  expect(await seenWhen({ 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7, 127.0.0.1');
});
