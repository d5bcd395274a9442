import Link from 'next/link';
import { Badge } from '#components/ui/badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { ShopHome } from '#lib/contracts/shop-home.ts';
import { countGarments, isForTryOns } from '#lib/domain/first-steps.ts';
import { garmentStatuses, readinesses } from '#lib/domain/garment-status.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { ActivityList } from '../activity-list.tsx';
import { stateWords } from '../import/import-words.ts';
import { CapMeter } from '../spend/cap-meter.tsx';
import { count, dayText } from '../spend/spend-words.ts';
import { statusWords } from '../status-words.ts';
import { CountLinks } from './count-links.tsx';

/** @property path of the shop's back office. */
export function Overview({ home, path }: { home: ShopHome; path: string }) {
  return (
    <div className="grid gap-12">
      <Garments home={home} path={path} />
      <ThisMonth home={home} path={path} />
      {home.imports.length > 0 && <Imports imports={home.imports} path={path} />}
      {home.activity.length > 0 && (
        <section aria-labelledby="latest" className="grid gap-2">
          <SectionHeading
            id="latest"
            actions={
              <Link href={`${path}/activity`} className="text-sm text-link">
                All activity
              </Link>
            }
          >
            Latest
          </SectionHeading>
          <ActivityList items={home.activity} path={path} />
        </section>
      )}
    </div>
  );
}

function Garments({ home: { garments }, path }: { home: ShopHome; path: string }) {
  if (countGarments(garments, () => true) === 0) {
    return (
      <EmptyState
        title="No garments yet"
        action={
          <>
            <LinkButton href={`${path}/import`}>Import a file</LinkButton>
            <LinkButton variant="secondary" href={`${path}/garments/new`}>
              Make one by hand
            </LinkButton>
          </>
        }
      >
        They come from a file of another system, or are made here.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="garments" className="grid gap-6">
      <SectionHeading
        id="garments"
        actions={
          <Link href={`${path}/garments`} className="text-sm text-link">
            All garments
          </Link>
        }
      >
        Garments
      </SectionHeading>
      <CountLinks
        label="By status"
        counts={garmentStatuses.map((status) => ({
          name: statusWords[status].name,
          href: `${path}/garments?status=${status}`,
          value: countGarments(garments, (one) => one.status === status),
        }))}
      />
      <CountLinks
        label="By their picture for try-ons"
        counts={readinesses.toReversed().map((readiness) => ({
          name: readinessWords[readiness].name,
          href: `${path}/garments?readiness=${readiness}`,
          value: countGarments(garments, (one) => isForTryOns(one) && one.readiness === readiness),
        }))}
      />
    </section>
  );
}

function ThisMonth({ home: { tryOns, orders }, path }: { home: ShopHome; path: string }) {
  const { used, cap, until } = tryOns;
  return (
    <section aria-labelledby="month" className="grid gap-5">
      <SectionHeading id="month">This month</SectionHeading>
      <div className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
        <div className="grid content-start gap-2">
          <Link href={`${path}/spend`} className="group grid gap-2">
            <span className="text-sm underline-offset-4 group-hover:underline">Try-ons</span>
            <span className="font-display text-title tabular-nums">
              {count(used)}
              {cap !== null && <span className="text-heading text-ink-soft"> of {count(cap)}</span>}
            </span>
          </Link>
          {cap !== null && (
            <>
              <CapMeter used={used} cap={cap} />
              <p className="text-label text-ink-soft">
                {used < cap ? count(cap - used) : 'None'} left until {dayText(until)}
              </p>
            </>
          )}
        </div>
        <Link href={`${path}/orders`} className="group grid content-start gap-2">
          <span className="text-sm underline-offset-4 group-hover:underline">Order requests</span>
          <span className="font-display text-title tabular-nums">{count(orders)}</span>
        </Link>
      </div>
    </section>
  );
}

function Imports({ imports, path }: { imports: ShopHome['imports']; path: string }) {
  return (
    <section aria-labelledby="imports" className="grid gap-2">
      <SectionHeading id="imports">Imports under way</SectionHeading>
      <ul>
        {imports.map(({ id, fileName, state }) => (
          <li
            key={id}
            className="flex items-center justify-between gap-4 border-b border-line py-3 text-sm"
          >
            <Link href={`${path}/import/${id}`} className="min-w-0 truncate text-link">
              {fileName}
            </Link>
            <Badge tone={stateWords[state].tone}>{stateWords[state].name}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
