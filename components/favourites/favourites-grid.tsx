'use client';

import { GarmentCard } from '#components/shop/garment-card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { HeartButton } from '#components/ui/heart-button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { say } from '#lib/client/say.ts';
import { useFavourites } from '#lib/client/use-favourites.ts';
import type { FavouriteGarment } from '#lib/contracts/favourite.ts';
import { favouriteWords } from '#lib/words/favourites.ts';
import { garmentName } from '#lib/words/garment-name.ts';
import { sayRefusal } from './say-refusal.ts';

/** The favourite garments, each with its heart to take it out. */
export function FavouritesGrid({ garments }: { garments: FavouriteGarment[] }) {
  const { slugs, setFavourite } = useFavourites();
  // One that is taken out goes at once, and comes back to its place when that is undone.
  const shown = garments.filter(({ slug }) => slugs?.includes(slug) ?? true);

  const takeOut = async (garment: FavouriteGarment) => {
    const { slug, inShop } = garment;
    try {
      await setFavourite(slug, false);
      void say(
        favouriteWords.removed(garmentName(garment)),
        // What has left the shop cannot be given a heart again.
        inShop
          ? {
              action: {
                label: favouriteWords.undo,
                onClick: () => void setFavourite(slug, true).catch(sayRefusal),
              },
            }
          : {},
      );
    } catch (refused) {
      await sayRefusal(refused);
    }
  };

  if (shown.length === 0) return <NoFavourites />;
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-y-14">
      {shown.map((garment, index) => (
        <li key={garment.slug} className="relative">
          {garment.inShop ? (
            <GarmentCard garment={garment} priority={index < 4} />
          ) : (
            <GoneCard garment={garment} />
          )}
          <HeartButton
            label={favouriteWords.buttonOf(garmentName(garment))}
            pressed
            onToggle={() => void takeOut(garment)}
            className="absolute top-1.5 right-1.5"
          />
        </li>
      ))}
    </ul>
  );
}

/** It leads nowhere any more, and says so. */
function GoneCard({ garment: { image, title, colour, shop } }: { garment: FavouriteGarment }) {
  return (
    <article className="grid content-start gap-3">
      <Picture
        picture={image}
        alt={image?.alt ?? ''}
        sizes="(min-width: 64rem) 22vw, (min-width: 40rem) 30vw, 46vw"
        className="opacity-45"
      />
      <div className="grid gap-0.5 text-[0.9375rem]">
        <h3 className="font-medium text-pretty text-ink-soft">{title}</h3>
        {colour && <p className="text-ink-soft">{colour}</p>}
        <p className="flex flex-wrap justify-between gap-x-3 text-ink-soft">
          <span>{shop.name}</span>
          <span>{favouriteWords.gone}</span>
        </p>
      </div>
    </article>
  );
}

export function NoFavourites() {
  const { title, text, action } = favouriteWords.empty;
  return (
    <EmptyState
      title={title}
      action={<LinkButton href="/garments">{action}</LinkButton>}
      className="border-t-0"
    >
      {text}
    </EmptyState>
  );
}
