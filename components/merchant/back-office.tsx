import type { ComponentProps, ReactNode } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import { SectionNav } from '#components/ui/section-nav.tsx';
import type { CapWarning } from '#lib/domain/shop-caps.ts';
import { sectionsOf } from './sections.tsx';
import { ShopProvider, type ShopView } from './shop-context.tsx';
import { ShopSwitch } from './shop-switch.tsx';
import { CapBanner } from './spend/cap-banner.tsx';

interface BackOfficeProps {
  shop: ComponentProps<typeof ShopProvider>['shop'];
  /** All that the person at the screen belongs to. */
  shops: ShopView[];
  /** That its try-ons come to an end. */
  warning: CapWarning | null;
  /** Shoppers see nothing of it, and nothing in it can be changed. */
  suspended: boolean;
  children: ReactNode;
}

/** The frame of all rooms of the back office: whose it is, the way to its rooms, the room. */
export function BackOffice({ shop, shops, warning, suspended, children }: BackOfficeProps) {
  return (
    <ShopProvider shop={shop}>
      <div className="page-width grid grid-cols-[minmax(0,1fr)] gap-x-10 py-6 lg:grid-cols-[12rem_minmax(0,1fr)] lg:py-10">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1 lg:sticky lg:top-24 lg:-ml-3 lg:pl-3 lg:max-h-[calc(100dvh-7rem)] lg:gap-4 lg:overflow-y-auto">
          {/* As tall as a thumb, and on a phone no taller in the page than the name alone. */}
          <div className="-ml-3 max-lg:-mt-3 max-lg:-mb-1">
            <ShopSwitch shops={shops} />
          </div>
          <div className="lg:-ml-3">
            <SectionNav label="Back office" sections={sectionsOf(`/merchant/${shop.slug}`)} />
          </div>
        </div>
        <div className="grid min-w-0 content-start gap-8 max-lg:pt-6">
          {suspended && (
            <Notice kind="warning" title="This shop is suspended">
              Shoppers see nothing of it, and nothing in it can be changed. You can still look at
              everything. Write to us if you think that this is wrong.
            </Notice>
          )}
          {warning && <CapBanner warning={warning} />}
          {children}
        </div>
      </div>
    </ShopProvider>
  );
}
