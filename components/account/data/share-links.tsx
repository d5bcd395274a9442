'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { useShareLinks } from '#lib/client/use-share-links.ts';
import { shareLinksWords as words } from '#lib/words/share.ts';

/** The looks that somebody else may see by a link, each with the way to take it back. */
export function ShareLinks() {
  const { links, error, revoke } = useShareLinks();
  const [leaving, setLeaving] = useState<string | null>(null);

  const takeBack = async (id: string) => {
    setLeaving(id);
    try {
      await revoke(id);
      void say(words.revoked);
    } catch (failure) {
      void say(sayError(failure));
    } finally {
      setLeaving(null);
    }
  };

  return (
    <section aria-labelledby="shared-looks" className="grid gap-3">
      <SectionHeading id="shared-looks">{words.title}</SectionHeading>
      {error && !links ? <Notice kind="warning">{words.notThere}</Notice> : null}
      {links?.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      {links && links.length > 0 && (
        <>
          <p className="text-pretty text-ink-soft">{words.lead}</p>
          <ul className="border-t border-line">
            {links.map(({ id, title, expiresAt }) => (
              <li
                key={id}
                className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-b border-line py-1 text-sm"
              >
                <p className="min-w-0">
                  <span className="font-medium">{title}</span>{' '}
                  <span className="text-ink-soft">{words.until(expiresAt)}</span>
                </p>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={words.revokeOf(title)}
                  disabled={leaving === id}
                  onClick={() => void takeBack(id)}
                  className="-mx-2 px-2"
                >
                  {words.revoke}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
