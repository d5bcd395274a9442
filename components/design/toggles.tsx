'use client';

import { House, Shirt } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { HeartButton } from '#components/ui/heart-button.tsx';
import { Picture, type PictureSource } from '#components/ui/picture.tsx';
import { SectionNav } from '#components/ui/section-nav.tsx';
import { Specimen } from './specimen.tsx';

/** What is pressed and stays pressed. */
export function Toggles({ picture }: { picture: PictureSource | null }) {
  const [liked, setLiked] = useState(true);
  const [chosen, setChosen] = useState(true);
  const toggle = (variant: 'secondary' | 'quiet') => (
    <Button variant={variant} aria-pressed={chosen} onClick={() => setChosen(!chosen)}>
      {chosen ? 'pressed' : 'not pressed'}
    </Button>
  );
  return (
    <>
      <Specimen name="toggles">
        <div className="flex flex-wrap gap-2">
          {toggle('secondary')}
          {toggle('quiet')}
        </div>
      </Specimen>
      <Specimen name="heart, over a picture">
        <div className="relative w-40">
          <Picture picture={picture} alt="A garment" sizes="10rem" />
          <HeartButton
            label="Favourite: a garment"
            pressed={liked}
            onToggle={setLiked}
            className="absolute top-1 right-1"
          />
        </div>
      </Specimen>
      <Specimen name="the rooms of a console">
        <SectionNav
          label="Rooms"
          sections={[
            { href: '/design', name: 'Here', icon: <House /> },
            { href: '/garments', name: 'There', icon: <Shirt /> },
          ]}
        />
      </Specimen>
    </>
  );
}
