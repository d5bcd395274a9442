import type { PeopleQuery, PersonRow } from '#lib/contracts/people.ts';

export const roleNames: Record<PersonRow['role'], string> = {
  SHOPPER: 'Shopper',
  MERCHANT: 'Merchant',
  ADMIN: 'Admin',
};

export const personName = ({
  name,
  email,
  isGuest,
}: Pick<PersonRow, 'name' | 'email' | 'isGuest'>): string =>
  name ?? email ?? (isGuest ? 'A guest' : 'Without a name');

export const shownNames: readonly [PeopleQuery['show'], string][] = [
  ['accounts', 'Accounts'],
  ['guests', 'Guests'],
  ['suspended', 'Suspended'],
];

/** The address of the list, without what goes without saying. */
export function peopleHref(query: Partial<PeopleQuery>): string {
  const params = new URLSearchParams();
  if (query.search) params.set('search', query.search);
  if (query.role) params.set('role', query.role);
  if (query.show && query.show !== 'accounts') params.set('show', query.show);
  if (query.cursor) params.set('cursor', query.cursor);
  return params.size > 0 ? `/admin/people?${params}` : '/admin/people';
}
