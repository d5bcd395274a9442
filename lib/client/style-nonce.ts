import { setNonce } from 'get-nonce';

/**
 * An open dialog locks the page behind it with a style of its own, which the page's policy lets in by
 * its nonce. The browser hides that from attributes, and tells it to scripts.
 */
export function lendNonceToStyles(): void {
  if (typeof document === 'undefined') return;
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce) setNonce(nonce);
}
