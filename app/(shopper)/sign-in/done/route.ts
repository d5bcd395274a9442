import { redirect } from 'next/navigation';
import { currentActor } from '#lib/server/auth/current-actor.ts';

const rooms = { SHOPPER: '/', MERCHANT: '/merchant', ADMIN: '/admin' } as const;

/** Where somebody begins who has signed in without having been on the way to anywhere. */
export async function GET() {
  const actor = await currentActor();
  redirect(rooms[actor?.role ?? 'SHOPPER']);
}
