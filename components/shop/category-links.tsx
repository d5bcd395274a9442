import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { categoryLabel, type GarmentCategory, garmentCategories } from '#lib/domain/category.ts';

/** The kinds of garment as links, so that a choice is an address. */
export function CategoryLinks({ current }: { current: GarmentCategory | undefined }) {
  return (
    <nav aria-label="Kinds of garment" className="-mx-3 flex flex-wrap">
      <CategoryLink href="/garments" here={current === undefined}>
        Everything
      </CategoryLink>
      {garmentCategories.map((category) => (
        <CategoryLink
          key={category}
          href={`/garments?category=${category}`}
          here={current === category}
        >
          {categoryLabel[category]}
        </CategoryLink>
      ))}
    </nav>
  );
}

function CategoryLink({ href, here, children }: { href: string; here: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center px-3 underline-offset-[0.5em]',
        here
          ? 'underline decoration-accent decoration-2'
          : 'text-ink-soft decoration-1 hover:text-ink hover:underline',
      )}
    >
      {children}
    </Link>
  );
}
