import { classNames } from './class-names.ts';

export interface PictureSource {
  url: string;
  width: number;
  height: number;
  /** `srcset` candidates, narrowest first. */
  sources?: { url: string; width: number }[];
}

interface PictureProps {
  picture: PictureSource | null;
  /** Empty for a picture that only repeats the words beside it. */
  alt: string;
  /** How wide it is shown, in the words of the `sizes` attribute. */
  sizes?: string;
  /** What the page is about, and above the fold: fetched before anything else, and painted at once. */
  priority?: boolean;
  /** `cover` fills a 3:4 frame; `whole` shows all of the picture in it. */
  fit?: 'cover' | 'whole';
  className?: string;
  /** It has arrived, or never will. */
  onSettled?: () => void;
}

/**
 * One that does not come shows its words in the frame, over the browser's broken sign. A browser
 * draws what comes after an `img` only then, so this needs no script.
 */
const failed =
  'after:absolute after:inset-0 after:grid after:place-items-center after:bg-sunken after:p-4 ' +
  'after:text-center after:text-sm after:text-pretty after:text-ink-soft after:content-[attr(alt)]';

/**
 * A picture in a frame of fixed 3:4, so that nothing moves when it arrives. A plain `img`: garment
 * pictures come in precomputed widths, and private ones must not pass an optimizer's cache.
 */
export function Picture({
  picture,
  alt,
  sizes = '100vw',
  priority = false,
  fit = 'cover',
  className,
  onSettled,
}: PictureProps) {
  return (
    <span
      className={classNames(
        'relative block aspect-3/4 overflow-hidden rounded-picture bg-sunken',
        className,
      )}
    >
      {picture && (
        // biome-ignore lint/performance/noImgElement: see above, next/image is kept away on purpose
        <img
          src={picture.url}
          srcSet={srcSet(picture)}
          sizes={picture.sources?.length ? sizes : undefined}
          width={picture.width}
          height={picture.height}
          alt={alt}
          loading={priority ? 'eager' : 'lazy'}
          fetchPriority={priority ? 'high' : undefined}
          decoding={priority ? 'sync' : 'async'}
          onLoad={onSettled}
          onError={onSettled}
          className={classNames(
            'absolute inset-0 size-full brightness-(--picture-light)',
            failed,
            fit === 'cover' ? 'object-cover' : 'object-contain',
          )}
        />
      )}
    </span>
  );
}

function srcSet({ sources }: PictureSource): string | undefined {
  if (!sources?.length) return undefined;
  return sources.map(({ url, width }) => `${url} ${width}w`).join(', ');
}
