import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NextRequest } from 'next/server';
import type { Method } from './row.ts';

const app = path.join(import.meta.dirname, '../../../../app');

type Context = { params: Promise<Record<string, string | string[]>> };
export type Handler = (request: NextRequest, context: Context) => Promise<Response>;

/** The files of this name below `app`, by their folder without groups: `api/try-ons/[id]`. */
function filesNamed(name: string): { route: string; file: string }[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep))
    .filter((parts) => parts.at(-1) === name)
    .map((parts) => ({
      route: parts
        .slice(0, -1)
        .filter((part) => !/^\(.*\)$/.test(part))
        .join('/'),
      file: path.join(app, ...parts),
    }))
    .sort((a, b) => a.route.localeCompare(b.route));
}

const load = (file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(file).href);

/** Every handler that the app exports, `GET api/try-ons/[id]` and so on. */
export async function findHandlers(): Promise<Map<string, Handler>> {
  const handlers = new Map<string, Handler>();
  for (const { route, file } of filesNamed('route.ts')) {
    for (const [name, value] of Object.entries(await load(file))) {
      if (/^[A-Z]+$/.test(name)) handlers.set(handlerName(name as Method, route), value as Handler);
    }
  }
  return handlers;
}

export const handlerName = (method: Method, route: string) => `${method} ${route}`;

export type Page = (props: {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string>>;
}) => unknown;

/** Every page by its folder; the home page is the empty one. */
export async function findPages(): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const { route, file } of filesNamed('page.tsx')) {
    pages.set(route, (await load(file)).default as Page);
  }
  return pages;
}
