'use client';

import { useEffect, useRef, useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { contrast, readRgb } from './contrast.ts';
import { Specimens } from './specimen.tsx';

const surfaces = ['paper', 'raised', 'sunken'];
/** Each with what it may lie on and the least contrast that it owes there. */
const colours: { name: string; on: string[]; least: number | null }[] = [
  { name: 'paper', on: [], least: null },
  { name: 'raised', on: [], least: null },
  { name: 'sunken', on: [], least: null },
  { name: 'ink', on: surfaces, least: 4.5 },
  { name: 'ink-soft', on: surfaces, least: 4.5 },
  { name: 'ink-faint', on: surfaces, least: 4.5 },
  { name: 'line', on: surfaces, least: null },
  { name: 'line-strong', on: surfaces, least: 3 },
  { name: 'accent', on: [...surfaces, 'accent-soft'], least: 4.5 },
  { name: 'accent-hover', on: surfaces, least: 4.5 },
  { name: 'on-accent', on: ['accent', 'accent-hover'], least: 4.5 },
  { name: 'success', on: [...surfaces, 'success-soft'], least: 4.5 },
  { name: 'warning', on: [...surfaces, 'warning-soft'], least: 4.5 },
  { name: 'danger', on: [...surfaces, 'danger-soft'], least: 4.5 },
  { name: 'on-danger', on: ['danger', 'danger-hover'], least: 4.5 },
  { name: 'accent-soft', on: [], least: null },
  { name: 'success-soft', on: [], least: null },
  { name: 'warning-soft', on: [], least: null },
  { name: 'danger-soft', on: [], least: null },
  { name: 'danger-hover', on: surfaces, least: 4.5 },
];

/** The colour tokens as this browser computes them now, each with its contrast. */
export function Colours() {
  const list = useRef<HTMLUListElement>(null);
  const [computed, setComputed] = useState<Record<string, string>>({});

  useEffect(() => {
    const read = () => {
      const swatches = list.current?.querySelectorAll<HTMLElement>('[data-token]') ?? [];
      setComputed(
        Object.fromEntries(
          [...swatches].map((swatch) => [
            swatch.dataset.token,
            getComputedStyle(swatch).backgroundColor,
          ]),
        ),
      );
    };
    read();
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    return () => {
      theme.disconnect();
      system.removeEventListener('change', read);
    };
  }, []);

  const ratio = (one: string, other: string) => {
    const [a, b] = [readRgb(computed[one] ?? ''), readRgb(computed[other] ?? '')];
    return a && b ? contrast(a, b) : null;
  };

  return (
    <Specimens
      id="colours"
      title="Colours"
      lead="Text owes 4.5 to 1 on what it lies on, the edges of controls 3 to 1. The figures are computed from this page, in the theme that it shows."
    >
      <ul ref={list} className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {colours.map(({ name, on, least }) => (
          <li key={name} className="grid content-start gap-2 text-label">
            <span
              data-token={name}
              style={{ background: `var(--${name})` }}
              className="block h-16 rounded-control border border-line"
            />
            <span className="flex justify-between gap-2">
              <span className="font-medium">{name}</span>
              <span className="text-ink-faint tabular-nums">{hex(computed[name])}</span>
            </span>
            {on.length > 0 && (
              <span className="flex flex-wrap gap-1">
                {on.map((surface) => {
                  const value = ratio(name, surface);
                  const short = value !== null && least !== null && value < least;
                  return (
                    <Badge key={surface} tone={short ? 'danger' : 'neutral'}>
                      {surface} {value?.toFixed(1)}
                    </Badge>
                  );
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Specimens>
  );
}

function hex(text: string | undefined): string {
  const rgb = readRgb(text ?? '');
  return rgb ? `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}` : '';
}
