'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useId, useState } from 'react';
import useSWR from 'swr';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { useSettled } from '#lib/client/use-settled.ts';
import type { GarmentInOneLine } from '#lib/contracts/garment-edit.ts';
import { useShop } from '../shop-context.tsx';
import { statusWords } from '../status-words.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';

/** So long after the last key the shop is asked. */
const SEARCH_PAUSE_MS = 250;

/** The same garment in other colours: shoppers go from one to the other. */
export function ColourSiblings({ editor }: { editor: GarmentEditorState }) {
  const { garment, api, id, acting, act, see } = editor;
  const { path } = useShop();
  const headingId = useId();
  const [searching, setSearching] = useState(false);
  if (!garment) return null;

  const link = (other: string, linked: boolean) =>
    void act(async () => see(await api.linkColour(id, other, linked)));

  return (
    <section aria-labelledby={headingId} className="grid grid-cols-1 gap-4">
      <SectionHeading id={headingId}>In other colours</SectionHeading>
      {garment.colours.length > 0 ? (
        <ul className="grid grid-cols-1 gap-2">
          {garment.colours.map((other) => (
            <li key={other.id} className="flex items-center gap-3">
              <OneLine garment={other} href={`${path}/garments/${other.id}`} />
              <Button
                variant="quiet"
                size="small"
                disabled={acting}
                aria-label={`${other.title}, ${other.colour}: not the same garment`}
                onClick={() => link(other.id, false)}
                className="shrink-0"
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-pretty text-ink-soft">
          Garments of your shop that are this one in another colour. Shoppers then change between
          them on its page.
        </p>
      )}
      {garment.colours.length > 0 && garment.colour === '' && (
        <p className="text-label text-warning">
          This one has no colour yet, so shoppers are not offered it.
        </p>
      )}
      {searching ? (
        <ColourSearch editor={editor} onPick={(other) => link(other, true)} />
      ) : (
        <Button
          variant="secondary"
          size="small"
          className="justify-self-start"
          onClick={() => setSearching(true)}
        >
          Add a colour
        </Button>
      )}
    </section>
  );
}

interface ColourSearchProps {
  editor: GarmentEditorState;
  onPick: (id: string) => void;
}

function ColourSearch({ editor: { id, api, garment, acting }, onPick }: ColourSearchProps) {
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim(), SEARCH_PAUSE_MS);
  const { data, error } = useSWR(
    ['colour-candidates', id, garment?.version, words],
    () => api.colourCandidates(id, words),
    { keepPreviousData: true },
  );
  return (
    <div className="grid grid-cols-1 gap-2">
      <Field label="Find it in your shop">
        {(control) => (
          <Input
            {...control}
            type="search"
            autoFocus
            placeholder="Title or colour"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div aria-live="polite">
        {error ? (
          <p className="text-sm text-danger">{sayError(error)}</p>
        ) : (
          data?.length === 0 && (
            <p className="text-sm text-ink-soft">No other garment of this kind is called that.</p>
          )
        )}
      </div>
      {data && data.length > 0 && (
        <ul aria-label="Found in your shop" className="grid grid-cols-1">
          {data.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                disabled={acting}
                onClick={() => onPick(other.id)}
                className="flex w-full items-center gap-3 rounded-control p-1 text-left hover:bg-ink/5"
              >
                <OneLine garment={other} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function OneLine({ garment, href }: { garment: GarmentInOneLine; href?: string }) {
  const { title, colour, status, image } = garment;
  const about = [colour, status === 'ACTIVE' ? '' : statusWords[status].name].filter(Boolean);
  return (
    <>
      <Picture picture={image} alt="" sizes="2.5rem" className="w-10 shrink-0" />
      <span className="min-w-0 flex-1 text-sm">
        {href ? (
          <Link href={href} className="block truncate underline-offset-4 hover:underline">
            {title}
          </Link>
        ) : (
          <span className="block truncate">{title}</span>
        )}
        <span className="block truncate text-label text-ink-soft">
          {about.join(' · ') || 'No colour'}
        </span>
      </span>
    </>
  );
}
