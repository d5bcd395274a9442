import { openFolderStore } from './folder-store.ts';
import type { Dresser } from './jobs.ts';
import { type CommandOptions, HELP, parseOptions } from './options.ts';
import { createRememberingDresser } from './remembering-dresser.ts';
import { createSandbox } from './server.ts';
import { createStoredDresser } from './stored-dresser.ts';

async function chooseDresser({ stored, threads, dressOnce }: CommandOptions): Promise<Dresser> {
  if (stored) return createStoredDresser(stored.file);
  // Loaded only here: the body model takes memory that a stored picture does not need.
  const { createDresser } = await import('./dresser.ts');
  const dresser = createDresser({ threads });
  return dressOnce ? createRememberingDresser(dresser) : dresser;
}

const listenErrorCode = (error: unknown): unknown =>
  error instanceof Error && 'syscall' in error && error.syscall === 'listen' && 'code' in error
    ? error.code
    : undefined;

function explain(error: unknown, { port, host }: CommandOptions): string {
  switch (listenErrorCode(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop what listens there, or choose another with --port (0 takes a free one).`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${host}. Choose another with --host.`;
    default:
      return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function run(options: CommandOptions): Promise<void> {
  const { stored, threads, dressOnce, verbose, port, host, data, ...rest } = options;
  const store = data === undefined ? undefined : await openFolderStore(data);
  const dresser = await chooseDresser(options);
  const log = verbose ? (line: string) => console.log(line) : undefined;
  const sandbox = createSandbox({ ...rest, dresser, store, log });
  let url: string;
  try {
    ({ url } = await sandbox.listen(port, host));
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  console.log(`Segmind sandbox listening on ${url}`);

  let stopping = false;
  const stop = () => {
    // A second Ctrl-C does not wait for anything.
    if (stopping) process.exit(130);
    stopping = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const parsed = parseOptions(process.argv.slice(2));
switch (parsed.kind) {
  case 'help':
    process.stdout.write(HELP);
    break;
  case 'wrong':
    console.error(`${parsed.message}\nSee --help.`);
    process.exitCode = 2;
    break;
  case 'run':
    try {
      await run(parsed.options);
    } catch (error) {
      console.error(explain(error, parsed.options));
      process.exitCode = 1;
    }
    break;
}
