'use client';

import { useRouter } from 'next/navigation';
import { rememberSubject } from '#lib/client/last-subject.ts';
import { say } from '#lib/client/say.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { looksWords } from '#lib/words/looks.ts';

type Subject =
  | Pick<Extract<TryOnView['subject'], { kind: 'photo' }>, 'kind' | 'photoId'>
  | Pick<Extract<TryOnView['subject'], { kind: 'house-model' }>, 'kind' | 'slug' | 'name'>;

/** To the garments, the next of which will find this person chosen. */
export function useNextGarment() {
  const router = useRouter();
  return (subject: Subject) => {
    rememberSubject(
      subject.kind === 'photo'
        ? { kind: 'photo', photoId: subject.photoId }
        : { kind: 'house-model', slug: subject.slug },
    );
    router.push('/garments');
    void say(looksWords.nextStartsWith(subject.kind === 'photo' ? null : subject.name));
  };
}
