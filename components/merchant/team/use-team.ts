'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { fetchJson, fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { invited, type Team, team as teamContract } from '#lib/contracts/team.ts';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import { useShop } from '../shop-context.tsx';

/** The team, and what an owner can do to it. A refusal is said and changes nothing. */
export function useTeam(initial: Team) {
  const { api } = useShop();
  const router = useRouter();
  const [team, setTeam] = useState(initial);
  const [busy, setBusy] = useState(false);
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);

  const run = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (locked.current) return null;
    locked.current = true;
    setBusy(true);
    try {
      return await work();
    } catch (error) {
      toast.error(sayError(error));
      return null;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  return {
    team,
    busy,
    /** The link to send; null when it was refused. */
    invite: (email: string, role: ShopRole) =>
      run(async () => {
        const path = `${api}/invitations`;
        const answer = await fetchJson(path, invited, jsonBody({ email, role }));
        setTeam(answer.team);
        return answer.link;
      }),
    revoke: (id: string) =>
      run(async () => {
        const init = { method: 'DELETE' };
        setTeam(await fetchJson(`${api}/invitations/${id}`, teamContract, init));
        toast.success('The invitation is taken back. Its link opens nothing any more.');
      }),
    setRole: (userId: string, role: ShopRole) =>
      run(async () => {
        const init = { ...jsonBody({ role }), method: 'PATCH' };
        setTeam(await fetchJson(`${api}/team/${userId}`, teamContract, init));
        // The person at the screen may have changed her own role.
        router.refresh();
      }),
    /** Whether it was done. */
    remove: (userId: string) =>
      run(async () => {
        await fetchNothing(`${api}/team/${userId}`, { method: 'DELETE' });
        setTeam((known) => ({
          ...known,
          members: known.members.filter((one) => one.userId !== userId),
        }));
        return true;
      }),
  };
}
