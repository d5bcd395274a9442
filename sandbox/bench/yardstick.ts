// The least that a Node server can do: it answers every call with the same headers and bytes,
// given on the command line. What the sandbox takes beyond this is its own.
import { createServer } from 'node:http';

const { headers, body }: { headers: Record<string, string>; body: string } = JSON.parse(
  process.argv[2] ?? '{}',
);
const bytes = Buffer.from(body);
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
});
process.on('SIGTERM', () => process.exit(0));
