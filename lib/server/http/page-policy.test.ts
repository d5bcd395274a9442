import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageHeaders, pagePolicy, toastStyles } from './page-policy.ts';

const live = { nonce: 'bm9uY2U=', isHttps: true, isDevelopment: false };
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('the policy of a page', () => {
  it('lets only scripts in that carry the nonce, and what they load', () => {
    expect(directive(pagePolicy(live), 'script-src')).toBe(
      "'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
    );
    expect(directive(pagePolicy(live), 'script-src-attr')).toBe("'none'");
  });

  it('allows inline code nowhere but for the attributes of styles, and evaluates none', () => {
    const policy = pagePolicy(live);
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.match(/[\w-]+ 'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
  });

  it('names no origin but ours', () => {
    for (const isDevelopment of [true, false]) {
      expect(pagePolicy({ ...live, isDevelopment })).not.toMatch(/https?:|\*/);
    }
  });

  it('asks for https only where we are reached by it', () => {
    const plain = { ...live, isHttps: false };
    expect(pagePolicy(live)).toContain('upgrade-insecure-requests');
    expect(pagePolicy(plain)).not.toContain('upgrade-insecure-requests');
    const names = (isHttps: boolean) => pageHeaders('', isHttps).map(([name]) => name);
    expect(names(true)).toContain('strict-transport-security');
    expect(names(false)).not.toContain('strict-transport-security');
  });

  it('knows the style of the toasts as their package has it', () => {
    const resolve = createRequire(import.meta.url).resolve('sonner');
    const source = readFileSync(path.join(path.dirname(resolve), 'index.mjs'), 'utf8');
    const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1] ?? '""';
    const hashed = ['', JSON.parse(literal) as string].map(
      (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    );
    expect(toastStyles).toEqual(hashed);
  });
});
