import type { ReactNode, Ref } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { lookText, roomWords } from '#lib/words/try-on.ts';
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
      className="scroll-mt-24 font-display text-[1.75rem] leading-tight tracking-[-0.01em] text-balance"
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

/** The person before: the photo that was kept, the house model, or the look that it goes over. */
export function SubjectPicture({ tryOn, uncovered = false }: SubjectPictureProps) {
  const { subject, under } = tryOn;
  const name = nameOf(tryOn);
  const bare = name === null ? roomWords.yourPhoto : roomWords.houseModel(name);
  return (
    <>
      <Picture
        picture={under?.look ?? subject.picture}
        alt={under?.look ? lookText(under.garment, name) : bare}
        fit="whole"
        priority
      />
      {uncovered && <Curtain state="opening" />}
    </>
  );
}
