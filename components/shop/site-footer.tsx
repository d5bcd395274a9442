import Link from 'next/link';
import { navigationWords } from '#lib/words/shop.ts';

export function SiteFooter() {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="page-width flex flex-wrap items-baseline justify-between gap-x-10 gap-y-4 py-10 text-sm text-ink-soft">
        <p className="max-w-md text-pretty">{navigationWords.footnote}</p>
        <nav aria-label={navigationWords.foot} className="flex flex-wrap gap-x-6">
          <FooterLink href="/garments">{navigationWords.garments}</FooterLink>
          <FooterLink href="/looks">{navigationWords.looks}</FooterLink>
          <FooterLink href="/privacy">{navigationWords.privacy}</FooterLink>
        </nav>
      </div>
    </footer>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
    >
      {children}
    </Link>
  );
}
