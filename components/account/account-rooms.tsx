import { FileLock, UserRound } from 'lucide-react';
import { accountRoomsWords } from '#lib/words/account.ts';

export const accountRooms = [
  { href: '/account', name: accountRoomsWords.account, icon: <UserRound /> },
  { href: '/account/data', name: accountRoomsWords.data, icon: <FileLock /> },
];
