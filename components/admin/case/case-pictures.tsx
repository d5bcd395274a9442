import { SectionHeading } from '#components/ui/heading.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { HiddenPicture } from './hidden-picture.tsx';
import { PictureFrame } from './picture-frame.tsx';

interface CasePicturesProps {
  tryOnId: string;
  pictures: CaseDetail['pictures'];
  subject: CaseDetail['subject'];
  garment: string;
  succeeded: boolean;
}

/** Public pictures plainly; a shopper's own only when an admin has said why. */
export function CasePictures(given: CasePicturesProps) {
  const { tryOnId, pictures, subject, garment, succeeded } = given;
  return (
    <section aria-labelledby="pictures" className="grid gap-4">
      <SectionHeading id="pictures">Pictures</SectionHeading>
      <div className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3">
        {subject === 'house-model' ? (
          <PictureFrame name="House model">
            {pictures.model && (
              <Picture picture={inSmall(pictures.model)} alt="The house model" fit="whole" />
            )}
          </PictureFrame>
        ) : pictures.photo ? (
          <HiddenPicture key={tryOnId} tryOnId={tryOnId} which="photo" />
        ) : (
          <PictureFrame name="Photo">
            <Missing>The photo was deleted.</Missing>
          </PictureFrame>
        )}
        <PictureFrame name="Garment">
          {pictures.garment && (
            <Picture picture={inSmall(pictures.garment)} alt={garment} fit="whole" />
          )}
        </PictureFrame>
        {pictures.look ? (
          <HiddenPicture key={tryOnId} tryOnId={tryOnId} which="look" />
        ) : (
          succeeded && (
            <PictureFrame name="Look">
              <Missing>The look was deleted.</Missing>
            </PictureFrame>
          )
        )}
      </div>
    </section>
  );
}

function Missing({ children }: { children: string }) {
  return (
    <p className="grid aspect-3/4 place-items-center rounded-picture bg-sunken p-3 text-center text-sm text-ink-soft">
      {children}
    </p>
  );
}

const inSmall = (url: string) => ({ url, width: 320, height: 427 });
