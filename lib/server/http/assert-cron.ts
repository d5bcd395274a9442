import 'server-only';
import { env } from '#lib/server/env.ts';
import { assertBearer } from './assert-bearer.ts';

/** The scheduler shows `Authorization: Bearer <CRON_SECRET>`. @throws AppError not_found */
export const assertCron = (request: Request): void => assertBearer(request, env().CRON_SECRET);
