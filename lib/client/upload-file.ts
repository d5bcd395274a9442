import type { z } from 'zod';
import { problemDetails } from '#lib/contracts/problem.ts';
import { connectionWords } from '#lib/words/connection.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';

/**
 * Sends a file as it is. By XMLHttpRequest, since fetch does not tell how much has gone.
 *
 * @param onPart told how much of it has gone, from 0 to 1.
 * @throws ProblemError when the server refuses, UnreachableError when no answer of ours came.
 */
export function uploadFile<T>(
  path: string,
  file: Blob,
  contract: z.ZodType<T>,
  onPart: (part: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new UnreachableError());
    request.onload = () => {
      const body = readJson(request.responseText);
      if (request.status < 300) {
        const parsed = contract.safeParse(body);
        if (parsed.success) resolve(parsed.data);
        else reject(new UnreachableError(parsed.error));
        return;
      }
      const problem = problemDetails.safeParse(body);
      reject(
        new ProblemError(
          problem.data ?? {
            type: 'about:blank',
            title: connectionWords.serverBroken,
            status: request.status,
            code: 'unexpected_answer',
          },
        ),
      );
    };
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
