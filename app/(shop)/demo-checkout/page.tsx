import type { Metadata } from 'next';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type HandedOverLine, readHandedOver } from '#lib/domain/checkout-address.ts';
import { demoCheckoutWords as words } from '#lib/words/bag.ts';

export const metadata: Metadata = { title: words.title, robots: { index: false, follow: false } };

interface DemoCheckoutProps {
  searchParams: Promise<{ lines?: string | string[] }>;
}

/** Where the demo's shop says that its checkout is: shows what a shop is given, and sells nothing. */
export default async function DemoCheckoutPage({ searchParams }: DemoCheckoutProps) {
  const { lines } = await searchParams;
  return (
    <div className="page-width grid gap-10 pt-10 md:pt-14">
      <PageHeading title={words.title} lead={words.lead} />
      <HandedOver lines={typeof lines === 'string' ? readHandedOver(lines) : []} />
      <LinkButton href="/bag" variant="secondary" className="justify-self-start">
        {words.back}
      </LinkButton>
    </div>
  );
}

function HandedOver({ lines }: { lines: HandedOverLine[] }) {
  if (lines.length === 0) return <p>{words.nothing}</p>;
  return (
    <table className="w-full max-w-2xl text-left">
      <thead>
        <tr className="border-b border-line text-sm text-ink-soft">
          <th scope="col" className="py-3 pr-4 font-normal">
            {words.reference}
          </th>
          <th scope="col" className="py-3 text-right font-normal">
            {words.quantity}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ reference, quantity }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may name the same article twice
          <tr key={place} className="border-b border-line">
            <th scope="row" className="py-3 pr-4 font-medium break-all">
              {reference}
            </th>
            <td className="py-3 text-right tabular-nums">{quantity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
