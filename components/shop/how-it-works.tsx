import { howItWorksWords } from '#lib/words/home.ts';

export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="page-width mt-20 md:mt-28">
      <h2 id="how" className="font-display text-title tracking-[-0.015em]">
        {howItWorksWords.title}
      </h2>
      <ol className="mt-8 grid border-t border-line md:grid-cols-3">
        {howItWorksWords.steps.map(({ title, text }, index) => (
          <li
            key={title}
            className="grid grid-cols-[2.5rem_1fr] border-line py-6 not-first:border-t md:px-8 md:py-8 md:not-first:border-t-0 md:not-first:border-l md:first:pl-0"
          >
            <span aria-hidden className="font-display text-heading text-accent">
              {index + 1}
            </span>
            <div className="grid content-start gap-1">
              <h3 className="font-medium">{title}</h3>
              <p className="text-sm text-pretty text-ink-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="border-t border-line pt-6 text-pretty text-ink-soft md:pt-8">
        <strong className="font-medium text-ink">{howItWorksWords.privacyTitle}</strong>{' '}
        {howItWorksWords.privacy}
      </p>
    </section>
  );
}
