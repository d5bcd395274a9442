import type { Page, Response } from '@playwright/test';
import { SANDBOX_KEY } from '../../scripts/sandbox-process.ts';
import { sandboxUrl } from '../sandbox.ts';

/** What only the server may know: keys, names that its code alone has, where the provider is. */
const secrets = [
  SANDBOX_KEY,
  'SEGMIND_LATENCY_MS',
  'x-api-key',
  new URL(sandboxUrl).host,
  process.env.NEXTAUTH_SECRET ?? 'NEXTAUTH_SECRET',
  process.env.DATABASE_URL ?? 'DATABASE_URL',
];

export interface Answer {
  url: string;
  isDocument: boolean;
  headers: Record<string, string>;
  text: string;
}

/** Everything with words in it that a page loads, from now on. */
export function collectAnswers(page: Page): () => Promise<Answer[]> {
  const answers: Promise<Answer>[] = [];
  const read = async (response: Response): Promise<Answer> => ({
    url: response.url(),
    isDocument: response.request().isNavigationRequest(),
    headers: response.headers(),
    // A page that is left takes the answers with it that nobody had read.
    text: await response.text().catch(() => ''),
  });
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (/javascript|json|html|css|x-component|text\/plain/.test(type)) answers.push(read(response));
  });
  return () => Promise.all(answers);
}

/** What is wrong with answers that a browser got, each in a line. */
export function faultsOf(answers: Answer[], sessionToken: string | undefined): string[] {
  const hidden = sessionToken ? [...secrets, sessionToken] : secrets;
  const told = answers.flatMap(({ url, text }) =>
    hidden.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${url}`),
  );
  const documents = answers.filter(({ isDocument, text }) => isDocument && text !== '');
  const nonces = documents.map(({ headers }) => nonceOf(headers));
  const stale = nonces.filter((nonce, index) => nonces.indexOf(nonce) !== index);
  return [
    ...told,
    ...documents.flatMap(faultsOfDocument),
    ...stale.map((nonce) => `the nonce ${nonce} came twice`),
  ];
}

const nonceOf = (headers: Record<string, string>) =>
  /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];

const expectedHeaders: [name: string, value: RegExp][] = [
  ['content-security-policy', /(^|; )default-src 'self';/],
  ['content-security-policy', /script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/],
  ['content-security-policy', /object-src 'none';/],
  ['content-security-policy', /base-uri 'none';/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(self\).*geolocation=\(\).*microphone=\(\)/],
  ['referrer-policy', /^same-origin$/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/],
];

function faultsOfDocument({ url, headers, text }: Answer): string[] {
  const nonce = nonceOf(headers);
  const policy = headers['content-security-policy'] ?? '';
  const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? '');
  const bare = scripts
    .filter((attributes) => !/type="application\/(ld\+)?json"/.test(attributes))
    .filter((attributes) => !attributes.includes(`nonce="${nonce}"`));
  const faults = [
    ...expectedHeaders
      .filter(([name, value]) => !value.test(headers[name] ?? ''))
      .map(([name, value]) => `${name} is ${headers[name]}, not ${value}`),
    ...(/script-src[^;]*unsafe-(inline|eval)/.test(policy) ? ['scripts may be anything'] : []),
    ...bare.map((attributes) => `a script without the nonce: <script${attributes}>`),
    ...(/\son\w+="/.test(text.replace(/<script[\s\S]*?<\/script>/g, ''))
      ? ['a handler in HTML']
      : []),
    ...(scripts.length === 0 ? ['no script at all, so this looked at nothing'] : []),
  ];
  return faults.map((fault) => `${url}: ${fault}`);
}
