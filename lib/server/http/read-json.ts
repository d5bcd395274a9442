import 'server-only';
import { AppError } from './app-error.ts';
import { type BodyProblem, BodyUnread, createRoom, readBody } from './read-body.ts';

const MAX_JSON_BYTES = 256 * 1024;

const LIMITS = {
  maxBytes: MAX_JSON_BYTES,
  silenceMs: 10_000,
  totalMs: 30_000,
  room: createRoom(256 * MAX_JSON_BYTES, 1 / 8),
};

const refused: Record<BodyProblem, () => AppError> = {
  too_large: () => new AppError('too_large'),
  too_slow: () => new AppError('invalid_input', 'The body took too long.'),
  no_room: () => new AppError('unavailable'),
  broken: () => new AppError('invalid_input', 'The body did not arrive whole.'),
};

/** @param from the address that it comes from. @throws AppError too_large, invalid_input, unavailable */
export async function readJson(request: Request, from: string): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_JSON_BYTES) {
    throw refused.too_large();
  }
  if (!request.body) return parseJson('');
  try {
    return await readBody(request.body, from, LIMITS, (bytes) =>
      parseJson(new TextDecoder().decode(bytes)),
    );
  } catch (error) {
    throw error instanceof BodyUnread ? refused[error.problem]() : error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid_input', 'The body is not JSON.');
  }
}
