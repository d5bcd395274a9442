import { setNonce } from 'get-nonce';
import { config } from 'zod/v4/core';

/** Has packages keep to the policy of the page (`proxy.ts`), before any other module of ours is loaded. */
export function keepToPolicy(): void {
  // Or zod tries whether it may make functions of texts, as soon as it is given a schema.
  config({ jitless: true });
  // An open dialog locks the page behind it with a style of its own, which the nonce lets in. The browser
  // hides the nonce from attributes, and tells it to scripts.
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce) setNonce(nonce);
}
