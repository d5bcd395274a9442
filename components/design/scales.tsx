import { Specimen, SpecimenGrid, Specimens } from './specimen.tsx';

const sizes = [
  { name: 'display', look: 'font-display text-display' },
  { name: 'title', look: 'font-display text-title' },
  { name: 'heading', look: 'font-display text-heading' },
  { name: 'lg', look: 'text-lg' },
  { name: 'base', look: 'text-base' },
  { name: 'sm', look: 'text-sm' },
  { name: 'label', look: 'text-label text-ink-soft' },
];

const radii = [
  { name: 'picture, 2 px', look: 'rounded-picture' },
  { name: 'control, 4 px', look: 'rounded-control' },
  { name: 'panel, 8 px', look: 'rounded-panel' },
];

const motions = [
  { name: 'rise', look: 'animate-rise' },
  { name: 'fade', look: 'animate-fade' },
  { name: 'sheet', look: 'animate-sheet' },
  { name: 'draw', look: 'animate-draw' },
  { name: 'breathe', look: 'animate-breathe' },
];

/** Type, corners, shadow and motion. */
export function Scales() {
  return (
    <>
      <Specimens id="type" title="Type" lead="Newsreader speaks, Figtree works.">
        <ul className="grid gap-5">
          {sizes.map(({ name, look }) => (
            <li
              key={name}
              className="grid items-baseline gap-1 sm:grid-cols-[7rem_minmax(0,1fr)] sm:gap-4"
            >
              <span className="text-label text-ink-faint">{name}</span>
              <span className={`${look} min-w-0 wrap-break-word`}>Linen, cut for long days</span>
            </li>
          ))}
          <li className="grid items-baseline gap-1 sm:grid-cols-[7rem_minmax(0,1fr)] sm:gap-4">
            <span className="text-label text-ink-faint">text-link</span>
            <span>
              <a href="#type" className="text-link">
                Words that lead somewhere
              </a>
            </span>
          </li>
        </ul>
      </Specimens>
      <Specimens id="edges" title="Edges and depth">
        <SpecimenGrid>
          {radii.map(({ name, look }) => (
            <Specimen key={name} name={name}>
              <div className={`h-20 border border-line-strong bg-raised ${look}`} />
            </Specimen>
          ))}
          <Specimen name="shadow-panel">
            <div className="h-20 rounded-panel border border-line bg-raised shadow-panel" />
          </Specimen>
        </SpecimenGrid>
      </Specimens>
      <Specimens
        id="motion"
        title="Motion"
        lead="Reload to see them again. With reduced motion they are over at once."
      >
        <SpecimenGrid>
          {motions.map(({ name, look }) => (
            <Specimen key={name} name={name}>
              <div className={`h-12 rounded-control bg-accent ${look}`} />
            </Specimen>
          ))}
        </SpecimenGrid>
      </Specimens>
    </>
  );
}
