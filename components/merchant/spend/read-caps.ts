import { capsBody } from '#lib/contracts/spend.ts';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';

export type CapTexts = Record<keyof ShopCaps, string>;

export const printCaps = (caps: ShopCaps): CapTexts => ({
  monthlyTryOns: print(caps.monthlyTryOns),
  dailyTryOns: print(caps.dailyTryOns),
  shopperDailyTryOns: print(caps.shopperDailyTryOns),
});

/** The caps as typed: empty is none, and "1,000" a thousand. Otherwise what is wrong, by field. */
export function readCaps(
  texts: CapTexts,
): { caps: ShopCaps } | { errors: Partial<Record<keyof ShopCaps, string>> } {
  const parsed = capsBody.safeParse({
    monthlyTryOns: read(texts.monthlyTryOns),
    dailyTryOns: read(texts.dailyTryOns),
    shopperDailyTryOns: read(texts.shopperDailyTryOns),
  });
  if (parsed.success) return { caps: parsed.data };
  return {
    errors: Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [String(path[0]), message]),
    ),
  };
}

const print = (cap: number | null) => (cap === null ? '' : String(cap));

function read(text: string): number | null {
  const digits = text.replaceAll(/[\s,.’']/g, '');
  if (digits === '') return null;
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
