import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { ShopIntroduction } from '#lib/contracts/home.ts';
import { browseHref } from '#lib/domain/browse.ts';
import { shopsWords } from '#lib/words/home.ts';

/**
 * Each shop in a hand of its own: the first upright, its pictures level; the second in italics, its
 * pictures at two heights; and so on in turns.
 */
export function ShopIntroductions({ shops }: { shops: ShopIntroduction[] }) {
  if (shops.length === 0) return null;
  return (
    <section aria-labelledby="shops" className="page-width mt-20 md:mt-28">
      <h2 id="shops" className="sr-only">
        {shopsWords.title}
      </h2>
      <div className="grid border-y border-line md:grid-cols-2">
        {shops.map((shop, index) => (
          <Introduction key={shop.slug} shop={shop} upright={index % 2 === 0} />
        ))}
      </div>
    </section>
  );
}

function Introduction({ shop, upright }: { shop: ShopIntroduction; upright: boolean }) {
  return (
    <div className="grid content-start gap-6 border-line py-10 not-first:border-t md:px-8 md:py-14 md:not-first:border-t-0 md:not-first:border-l md:first:pl-0 md:last:pr-0 lg:px-12">
      <div className="grid gap-2">
        <h3
          className={classNames(
            'text-title',
            upright
              ? 'font-sans font-semibold tracking-[-0.03em]'
              : 'font-display italic tracking-[-0.015em]',
          )}
        >
          {shop.name}
        </h3>
        <p className="max-w-sm text-pretty text-ink-soft">{shop.tagline}</p>
      </div>
      {shop.garments.length > 0 && (
        <ul className="grid grid-cols-2 gap-x-4 sm:gap-x-6">
          {shop.garments.map((garment, index) => (
            <li
              key={garment.slug}
              className={classNames(!upright && (index % 2 === 0 ? 'pb-12' : 'pt-12'))}
            >
              <Link href={`/garments/${garment.slug}`} className="group grid gap-3 text-sm">
                <Picture
                  picture={(index % 2 === 0 && garment.worn) || garment.image}
                  alt=""
                  sizes="(min-width: 48rem) 22vw, 46vw"
                />
                <span className="underline-offset-4 decoration-1 group-hover:underline">
                  {garment.title}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link
          href={browseHref({ shops: [shop.slug] })}
          className="text-link inline-flex min-h-11 items-center"
        >
          {shopsWords.all(shop.name)}
        </Link>
      </p>
    </div>
  );
}
