import { siteWords } from '#lib/words/site.ts';

/** Says on every page that no picture here comes from the real service. */
export function SandboxMarker() {
  return (
    <p className="bg-sunken px-4 py-1 text-center text-label text-ink-soft">{siteWords.sandbox}</p>
  );
}
