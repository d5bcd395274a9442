import './fonts.css';
import './globals.css';

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppShell } from '#components/shop/app-shell.tsx';
import { SandboxMarker } from '#components/shop/sandbox-marker.tsx';
import { SiteFooter } from '#components/shop/site-footer.tsx';
import { SiteHeader } from '#components/shop/site-header.tsx';
import type { SessionView } from '#lib/contracts/account.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { providerIsSandbox } from '#lib/server/provider.ts';
import { siteWords } from '#lib/words/site.ts';
import { display, sans } from './fonts.ts';

export const metadata: Metadata = {
  title: { default: siteWords.name, template: `%s · ${siteWords.name}` },
  description: siteWords.description,
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f1eeea' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1816' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <html lang={siteWords.language} className={`${sans.variable} ${display.variable}`}>
      <body className="flex flex-col">
        <a
          href="#main"
          className="absolute left-4 z-50 -translate-y-full bg-accent px-4 py-3 text-on-accent focus:translate-y-2"
        >
          {siteWords.skip}
        </a>
        <AppShell session={actor && sessionOf(actor)}>
          {providerIsSandbox() && <SandboxMarker />}
          <SiteHeader />
          <main id="main" className="flex-1">
            {children}
          </main>
          <SiteFooter />
        </AppShell>
      </body>
    </html>
  );
}

/** Field by field: what the browser gets to know of the acting person, and nothing that is added later. */
function sessionOf({ userId, isGuest, role, name, email }: Actor): SessionView {
  return { userId, isGuest, role, name, email };
}
