import { UnreachableError } from './problem-error.ts';

/**
 * POSTs a form and tells how far it has got, which `fetch` cannot.
 *
 * @param onProgress the part that is on its way, from 0 to 1.
 * @throws UnreachableError, AbortError as a DOMException.
 */
export function sendForm(
  path: string,
  form: FormData,
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, responseText } = request;
      // A Response knows no other statuses.
      if (status < 200) reject(new UnreachableError());
      else resolve(new Response(responseText, { status }));
    };
    request.onerror = () => reject(new UnreachableError());
    request.ontimeout = () => reject(new UnreachableError());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
