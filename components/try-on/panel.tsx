import type { ReactNode, Ref } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { Curtain } from './curtain.tsx';

interface PanelProps {
  picture: ReactNode;
  /** Where there is no third column the picture is small, so that the words are seen first. */
  wordsFirst?: boolean;
  children: ReactNode;
}

/** A picture in the size of the garment's and a label beside it, as on a gallery's wall. */
export function Panel({ picture, wordsFirst = false, children }: PanelProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-5">
      <div
        className={classNames(
          'relative w-full max-w-(--frame)',
          wordsFirst ? 'max-lg:w-[30%]' : 'max-md:max-w-none',
        )}
      >
        {picture}
      </div>
      <div className="grid flex-1 basis-44 content-start gap-4">{children}</div>
    </div>
  );
}

export function PanelHeading({
  ref,
  children,
}: {
  ref?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <h2
      ref={ref}
      tabIndex={-1}
      className="scroll-mt-40 font-display text-[1.75rem] leading-tight tracking-[-0.01em] text-balance"
    >
      {children}
    </h2>
  );
}

interface SubjectPictureProps {
  tryOn: TryOnView;
  /** The curtain was drawn before it and opens now. */
  uncovered?: boolean;
}

/** The person before: the photo that was kept, or the house model. */
export function SubjectPicture({ tryOn: { subject }, uncovered = false }: SubjectPictureProps) {
  return (
    <>
      <Picture
        picture={subject.picture}
        alt={subject.kind === 'photo' ? 'Your photo' : `The house model ${subject.name}`}
        fit="whole"
        priority
      />
      {uncovered && <Curtain state="opening" />}
    </>
  );
}
