'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Puts `data-theme` on the page while it is looked at, and takes it off again. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    return () => {
      delete dataset.theme;
    };
  }, [theme]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons is no fieldset of inputs
    <div role="group" aria-label="Theme" className="flex gap-2">
      {themes.map((one) => (
        <Button
          key={one}
          variant="secondary"
          aria-pressed={one === theme}
          onClick={() => setTheme(one)}
        >
          {one}
        </Button>
      ))}
    </div>
  );
}
