import { createRequire } from 'node:module';
import { NextRequest } from 'next/server';

/**
 * Stands in for what Next keeps for the time of one request. There is no server here and no
 * `proxy.ts`: whatever a handler or a page knows of who asks comes from this request.
 */
let current: NextRequest | undefined;

export async function during<T>(request: NextRequest, work: () => Promise<T>): Promise<T> {
  current = request;
  try {
    return await work();
  } finally {
    current = undefined;
  }
}

const request = () => current ?? new NextRequest('http://localhost:3000');

/** In the place of `next/headers`. */
export const nextHeaders = {
  cookies: async () => request().cookies,
  headers: async () => request().headers,
};

// next-auth asks for it by `require`, which no mock of a module reaches.
Object.assign(createRequire(import.meta.url)('next/headers'), nextHeaders);
