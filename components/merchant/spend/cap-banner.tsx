'use client';

import { usePathname } from 'next/navigation';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { CapWarning } from '#lib/domain/shop-caps.ts';
import { useShop } from '../shop-context.tsx';
import { capWarningWords } from './spend-words.ts';

/** Over every room but the one that it leads to, where the same stands at its place. */
export function CapBanner({ warning }: { warning: CapWarning }) {
  const { path } = useShop();
  const room = `${path}/spend`;
  if (usePathname() === room) return null;
  const { title, text } = capWarningWords(warning);
  return (
    <Notice
      kind={warning.percent === 100 ? 'warning' : 'info'}
      title={title}
      actions={
        <LinkButton size="small" variant="secondary" href={room}>
          Quotas and spend
        </LinkButton>
      }
    >
      {text}
    </Notice>
  );
}
