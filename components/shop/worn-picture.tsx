import { Picture } from '#components/ui/picture.tsx';
import type { WornLook } from '#lib/contracts/home.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';

/** House models stand head to foot in much air: nearer, to what the picture is about. */
const nearer: Record<GarmentCategory, string> = {
  UPPER_BODY: 'origin-[50%_14%] scale-130',
  LOWER_BODY: 'origin-[50%_96%] scale-130',
  DRESS: 'origin-[50%_18%] scale-120',
};

interface WornPictureProps {
  look: WornLook;
  /** How wide it is shown, in the words of the `sizes` attribute. */
  sizes: string;
  priority?: boolean;
}

export function WornPicture({ look: { garment, picture }, sizes, priority }: WornPictureProps) {
  return (
    <div className="overflow-hidden rounded-picture bg-sunken">
      <Picture
        picture={picture}
        alt={picture.alt}
        sizes={sizes}
        priority={priority}
        className={nearer[garment.category]}
      />
    </div>
  );
}
