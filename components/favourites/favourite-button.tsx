'use client';

import { Heart } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { HeartButton } from '#components/ui/heart-button.tsx';
import { useFavourites } from '#lib/client/use-favourites.ts';
import { favouriteWords } from '#lib/words/favourites.ts';
import { sayRefusal } from './say-refusal.ts';

interface FavouriteButtonProps {
  garment: { slug: string; title: string };
  /** `word`: a heart and its word, in a line of text. `corner`: a heart over a picture. */
  look?: 'word' | 'corner';
  className?: string;
}

/** The heart of a garment. Whoever has no session yet becomes a guest with the first one. */
export function FavouriteButton({ garment, look = 'word', className }: FavouriteButtonProps) {
  const { slugs, setFavourite } = useFavourites();
  const pressed = slugs?.includes(garment.slug) ?? false;
  const toggle = () => setFavourite(garment.slug, !pressed).catch(sayRefusal);
  const label = favouriteWords.buttonOf(garment.title);
  if (look === 'corner') {
    return (
      <HeartButton
        label={label}
        pressed={pressed}
        onToggle={() => void toggle()}
        className={className}
      />
    );
  }
  return (
    <Button
      variant="quiet"
      aria-label={label}
      aria-pressed={pressed}
      onClick={() => void toggle()}
      className={className}
    >
      <Heart aria-hidden className={classNames(pressed && 'fill-accent text-accent')} />
      {favouriteWords.button}
    </Button>
  );
}
