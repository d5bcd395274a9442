'use client';

import { useId } from 'react';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { useShop } from '../shop-context.tsx';
import { ModelLookCard } from './model-look-card.tsx';
import { useModelLooks } from './use-model-looks.ts';

interface ModelSectionProps {
  garmentId: string;
  title: string;
  /** The picture that goes to the picture service; null without one. */
  sentId: string | null;
}

/** The garment on each of the house models: have it made, look at it, show it to shoppers. */
export function ModelSection({ garmentId, title, sentId }: ModelSectionProps) {
  const headingId = useId();
  const actions = useModelLooks(garmentId, sentId);
  const { mayEdit } = useShop();
  const { looks, error } = actions;
  const shown = looks?.items.filter((look) => look.shown && look.picture && !look.outdated).length;
  return (
    <section aria-labelledby={headingId} className="grid grid-cols-1 gap-4">
      <SectionHeading
        id={headingId}
        actions={
          Boolean(shown) && (
            <span className="text-sm text-ink-soft tabular-nums">{shown} on its page</span>
          )
        }
      >
        On house models
      </SectionHeading>
      <p className="max-w-prose text-sm text-pretty text-ink-soft">
        {sentId
          ? 'See how it looks worn, before shoppers do. The pictures that you choose are on its page, marked as made by the fitting room; shoppers who try it on the same house model get the same picture, and it is not paid for again.'
          : 'Add a picture first: it is what goes on the house models.'}
      </p>
      {Boolean(error) && !looks && (
        <Notice kind="danger" role="alert">
          {sayError(error)}
        </Notice>
      )}
      {sentId && (
        <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 xl:grid-cols-6">
          {looks
            ? looks.items.map((look) => (
                <li key={look.model.slug} className="grid">
                  <ModelLookCard
                    look={look}
                    title={title}
                    each={looks.each}
                    actions={mayEdit ? actions : null}
                  />
                </li>
              ))
            : ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
                <li key={key}>
                  <Skeleton className="aspect-3/4" />
                </li>
              ))}
        </ul>
      )}
    </section>
  );
}
