'use client';

import { Copy } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { say } from '#lib/client/say.ts';
import { uiWords } from '#lib/words/ui.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface LinkToCopyProps {
  title: string;
  link: string;
  /** What to know about it. */
  children?: ReactNode;
  /** Beside the button that copies. */
  actions?: ReactNode;
}

/** A link that was just made, for its maker to send. */
export function LinkToCopy({ title, link, children, actions }: LinkToCopyProps) {
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      void say(uiWords.copied);
    } catch {
      // There is no clipboard on plain-http origins, and it may be forbidden.
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      void say(uiWords.marked);
    }
  };
  return (
    <Notice
      kind="success"
      role="status"
      title={title}
      actions={
        <>
          <Button variant="secondary" size="small" onClick={() => void copy()}>
            <Copy aria-hidden /> {uiWords.copyLink}
          </Button>
          {actions}
        </>
      }
    >
      <code ref={text} className="font-mono text-label break-all select-all">
        {link}
      </code>
      {children && <p className="text-ink-soft">{children}</p>}
    </Notice>
  );
}
