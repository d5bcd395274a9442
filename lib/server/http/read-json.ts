import 'server-only';
import { AppError } from './app-error.ts';
import { type BodyProblem, BodyUnread, createRoom, readBody } from './read-body.ts';

const MAX_JSON_BYTES = 256 * 1024;

const LIMITS = {
  maxBytes: MAX_JSON_BYTES,
  silenceMs: 10_000,
  totalMs: 30_000,
  room: createRoom(256 * MAX_JSON_BYTES),
};

const refused: Record<BodyProblem, () => AppError> = {
  too_large: () => new AppError('too_large'),
  too_slow: () => new AppError('invalid_input', 'The body took too long.'),
  no_room: () => new AppError('unavailable'),
  broken: () => new AppError('invalid_input', 'The body did not arrive whole.'),
};

/** @throws AppError too_large, invalid_input, unavailable */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_JSON_BYTES) {
    throw refused.too_large();
  }
  const text = request.body ? await readText(request.body) : '';
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid_input', 'The body is not JSON.');
  }
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  try {
    return new TextDecoder().decode(await readBody(body, LIMITS));
  } catch (error) {
    throw error instanceof BodyUnread ? refused[error.problem]() : error;
  }
}
