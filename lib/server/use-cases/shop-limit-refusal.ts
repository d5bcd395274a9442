import 'server-only';
import type { ShopLimit } from '#lib/domain/shop-caps.ts';
import { AppError, type AppErrorCode } from '#lib/server/http/app-error.ts';
import { shopRefusal } from '#lib/words/problems.ts';
import type { ShopLimitReached } from './check-shop-allowance.ts';

const codes = {
  month: 'shop_month_used',
  day: 'shop_day_used',
  shopper: 'shopper_allowance_used',
} as const satisfies Record<ShopLimit, AppErrorCode>;

/** What whoever asks is told where one of a shop's caps is reached. */
export function shopLimitRefusal({ limit, cap, againAt }: ShopLimitReached, now: Date): AppError {
  return new AppError(codes[limit], shopRefusal[limit](cap, againAt), {
    retryAfterSeconds: (againAt.getTime() - now.getTime()) / 1000,
  });
}
