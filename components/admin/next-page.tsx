import { LinkButton } from '#components/ui/link-button.tsx';

interface NextPageProps {
  /** Null on the first page. */
  first: string | null;
  /** Null on the last. */
  next: string | null;
}

/** The way through a list that is read from its newest on. */
export function NextPage({ first, next }: NextPageProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3">
      {first && (
        <LinkButton href={first} variant="quiet">
          Newest
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next} variant="secondary">
          Older
        </LinkButton>
      )}
    </nav>
  );
}
