import type { BrowserContext } from '@playwright/test';

declare global {
  interface Window {
    tellOfViolation: (violation: string) => void;
  }
}

/**
 * Listens to all pages of a context for what none of ours may do: break the page's own policy, or ask
 * another origin for anything. @returns what was heard so far.
 */
export async function watchPages(context: BrowserContext, home: string): Promise<string[]> {
  const heard: string[] = [];
  await context.exposeBinding('tellOfViolation', (_, violation: string) => {
    heard.push(violation);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, documentURI } = event;
      window.tellOfViolation(
        `${effectiveDirective} refused ${blockedURI} on ${documentURI} (${sourceFile}:${lineNumber})`,
      );
    });
  });
  // Workers tell of theirs here alone.
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) heard.push(message.text());
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(home).origin) {
      heard.push(`${request.method()} ${url.origin} was asked for`);
    }
  });
  return heard;
}
