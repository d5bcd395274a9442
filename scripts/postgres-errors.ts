// Sentences for what PostgreSQL and the network say. The codes are PostgreSQL's SQLSTATE
// (https://www.postgresql.org/docs/18/errcodes-appendix.html) and Node's system error codes.
import { fullDisk } from './problem.ts';

interface Target {
  host: string;
  port: string;
  user: string;
  database: string;
}

/** The parts of a `postgresql://` address that may be shown: never the password. */
export function describeDatabaseUrl(url: string): Target | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') return undefined;
  return {
    host: parsed.searchParams.get('host') ?? (parsed.hostname || 'localhost'),
    port: parsed.port || '5432',
    user: decodeURIComponent(parsed.username) || 'the current user',
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'the default database',
  };
}

/** What is wrong with `DATABASE_URL` when connecting failed with `code`, and what to do. */
export function explainConnection(url: string, code: string, message: string): string {
  const target = describeDatabaseUrl(url);
  if (!target) {
    return 'DATABASE_URL is not a PostgreSQL address. It reads postgresql://user:password@host:5432/database; a password with special characters must be percent-encoded. Without DATABASE_URL, npm start brings its own database.';
  }
  const { host, port, user, database } = target;
  const at = `${host}:${port}`;
  // pg gives no code for a server that hangs up.
  if (code === 'ECONNRESET' || /connection terminated/i.test(message)) {
    return `The server of DATABASE_URL at ${at} closed the connection. Check that a PostgreSQL listens there and whether it wants TLS (?sslmode=require at the end of the address).`;
  }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `DATABASE_URL names the host "${host}", which cannot be found. Check the spelling and the network, or remove DATABASE_URL to use the built-in database.`;
    case 'ECONNREFUSED':
      return `DATABASE_URL points at ${at}, where nothing answers. Start that PostgreSQL server or correct the host and port, or remove DATABASE_URL to use the built-in database.`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `DATABASE_URL points at ${at}, which did not answer in time. Check the network and the firewall between here and there, or remove DATABASE_URL to use the built-in database.`;
    case '28P01':
    case '28000':
      return `The database at ${at} refuses the user "${user}" of DATABASE_URL (${message}). Correct the user or the password; special characters in it must be percent-encoded.`;
    case '3D000':
      return `The server at ${at} has no database "${database}". Create it (createdb -h ${host} -p ${port} -U "${user}" "${database}"), or correct the name at the end of DATABASE_URL.`;
    case '42501':
      return `The user "${user}" of DATABASE_URL may not do that in "${database}" (${message}). Grant it the right to create tables there, or use the owner of the database.`;
    case '53300':
      return `The database at ${at} has no connection left (${message}). Close other programs that use it or raise its max_connections.`;
    case '57P03':
      return `The database at ${at} is starting up or shutting down (${message}). Try again in a moment.`;
    default:
      return `The database of DATABASE_URL at ${at} cannot be used: ${message}${code ? ` (${code})` : ''}.`;
  }
}

/** Why the built-in server did not start or initialise, told from what it printed. */
export function explainServerOutput(output: string, dataDir: string): string {
  if (/no space left on device/i.test(output)) return fullDisk(dataDir);
  if (/database files are incompatible with server/i.test(output)) {
    return `The database in ${dataDir} was made by another version of PostgreSQL. Move that folder away (npm run reset empties it) and start again.`;
  }
  if (/error while loading shared libraries|ENOENT|not found/i.test(output)) {
    return `The PostgreSQL of the npm package does not run on this machine. Set DATABASE_URL to a PostgreSQL server and start again.\n${lastLines(output)}`;
  }
  if (/could not create shared memory segment|could not resize shared memory/i.test(output)) {
    return `PostgreSQL got no shared memory from the system. Give the container or machine more (docker run --shm-size=256m), or set DATABASE_URL.\n${lastLines(output)}`;
  }
  if (/permission denied/i.test(output)) {
    return `PostgreSQL may not use ${dataDir}. Put the checkout where other accounts may enter (for example /srv), set FITTING_ROOM_DATA to such a folder, or set DATABASE_URL.\n${lastLines(output)}`;
  }
  return `The built-in PostgreSQL did not start. Its last words:\n${lastLines(output)}`;
}

/** Whether the server could not have its port. */
export function isPortTaken(output: string): boolean {
  return /address already in use|could not create any TCP\/IP sockets/i.test(output);
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-6).join('\n');
}
