import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Retention } from '#lib/domain/retention.ts';
import { privacyWords } from '#lib/words/privacy.ts';

/** What is kept, where, how long, who sees it, and how it goes: a page to read in two minutes. */
export function PrivacyPolicy({ retention }: { retention: Retention }) {
  return (
    <div className="page-width pt-10 md:pt-14">
      <div className="grid max-w-2xl gap-10">
        <PageHeading title={privacyWords.title} lead={privacyWords.lead} />
        {privacyWords.sections(retention).map(({ id, title, points }) => (
          <section key={id} aria-labelledby={id} className="grid gap-3">
            <h2 id={id} className="scroll-mt-24 font-display text-heading">
              {title}
            </h2>
            <ul className="grid gap-2.5 leading-relaxed text-pretty text-ink-soft">
              {points.map((point) => (
                <li key={point} className="border-t border-line pt-2.5">
                  {point}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <div>
          <LinkButton href="/account/data" variant="secondary">
            {privacyWords.yourData}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
