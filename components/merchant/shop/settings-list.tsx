import type { ShopSettings } from '#lib/contracts/shop.ts';

/** The settings for those who only read them. */
export function SettingsList({ settings }: { settings: ShopSettings }) {
  const { name, slug, tagline, currency, checkoutUrl } = settings;
  const lines = [
    ['Name', name],
    ['In addresses', slug],
    ['In one sentence', tagline || '–'],
    ['Currency of its prices', currency],
    ['Checkout', checkoutUrl ?? 'None: shoppers send order requests.'],
  ] as const;
  return (
    <div className="grid gap-5">
      <dl className="max-w-xl border-t border-line text-sm">
        {lines.map(([label, value]) => (
          <div
            key={label}
            className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt className="text-ink-soft">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-label text-ink-soft">Only an owner of the shop changes them.</p>
    </div>
  );
}
