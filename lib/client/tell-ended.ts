import { toast } from 'sonner';
import { endedText, endedTitle, waitingWords } from '#lib/words/waiting.ts';
import { type EndedNews, isShownAt } from './ended-news.ts';
import { claimOnce, isAnyTabInSight } from './open-tabs.ts';
import { readTellMe } from './tell-me.ts';

/**
 * Tells what has ended: in a toast, in the tab's name while nobody looks at it, and, if that was
 * wished for, in a notification. Each is told once, in whichever tab the person sees first.
 */

/** Those that end at about the same time are told together. */
const TOGETHER_MS = 800;
const TOAST_MS = 12_000;

const toldAlready = new Set<string>();
let gathering: EndedNews[] = [];
/** Told in the tab's name, and in a toast as soon as the tab is in sight. */
let unseen: EndedNews[] = [];
let ownTitle: { before: string; shown: string } | null = null;
let channel: BroadcastChannel | null = null;

/** @param open leads to an address of ours without loading the page anew. */
export function tellEnded(news: EndedNews[], open: (href: string) => void): void {
  if (news.length === 0) return;
  listenOnce(open);
  if (gathering.length === 0) setTimeout(() => tellGathered(open), TOGETHER_MS);
  gathering.push(...news);
}

function tellGathered(open: (href: string) => void): void {
  const news = gathering.filter(({ id }) => !toldAlready.has(id));
  gathering = [];
  if (news.length === 0) return;
  if (document.visibilityState === 'visible') {
    tellInToast(news, open);
    // In sight, but the person is at work in another window.
    if (!document.hasFocus()) tellInTitle(news);
    return;
  }
  unseen.push(...news);
  tellInTitle(unseen);
  void tellInNotification(news, open);
}

function tellInToast(news: EndedNews[], open: (href: string) => void): void {
  markTold(news);
  const elsewhere = news.filter((one) => !isShownAt(one, window.location));
  const [first] = elsewhere;
  if (!first) return;
  const alone = elsewhere.length === 1;
  toast(endedText(elsewhere), {
    duration: TOAST_MS,
    action: {
      label: alone
        ? first.ready
          ? waitingWords.seeIt
          : waitingWords.seeWhy
        : waitingWords.seeThem,
      onClick: () => open(alone ? first.href : '/looks'),
    },
  });
}

function tellInTitle(news: EndedNews[]): void {
  const shown = endedTitle(news);
  // The page has taken another name since, so that one is what comes back.
  const before = ownTitle && document.title === ownTitle.shown ? ownTitle.before : document.title;
  ownTitle = { before, shown };
  document.title = shown;
}

function restoreTitle(): void {
  if (ownTitle && document.title === ownTitle.shown) document.title = ownTitle.before;
  ownTitle = null;
}

async function tellInNotification(ended: EndedNews[], open: (href: string) => void): Promise<void> {
  if (readTellMe() !== 'on' || (await isAnyTabInSight())) return;
  const fresh = await claimOnce(ended.map(({ id }) => id));
  const news = ended.filter(({ id }) => fresh.includes(id));
  const [first] = news;
  if (!first) return;
  const alone = news.length === 1;
  const notification = notify(alone ? first.title : endedText(news), {
    body: alone ? (first.ready ? waitingWords.ready : endedText(news)) : waitingWords.seeThem,
    icon: first.pictureUrl ?? undefined,
  });
  if (!notification) return;
  notification.onclick = () => {
    notification.close();
    window.focus();
    markTold(news);
    open(alone ? first.href : '/looks');
  };
}

/** Null where the class is there and refuses to make one; the toast and the tab's name tell then. */
function notify(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options);
  } catch {
    return null;
  }
}

function markTold(news: EndedNews[]): void {
  const ids = news.map(({ id }) => id);
  for (const id of ids) toldAlready.add(id);
  unseen = unseen.filter(({ id }) => !toldAlready.has(id));
  channel?.postMessage(ids);
}

function listenOnce(open: (href: string) => void): void {
  if (channel) return;
  channel = new BroadcastChannel('fitting-room:told');
  channel.onmessage = ({ data }: MessageEvent<string[]>) => {
    for (const id of data) toldAlready.add(id);
    unseen = unseen.filter(({ id }) => !toldAlready.has(id));
    if (unseen.length === 0) restoreTitle();
  };
  const lookedAt = () => {
    if (document.visibilityState !== 'visible') return;
    restoreTitle();
    const news = unseen;
    unseen = [];
    if (news.length > 0) tellInToast(news, open);
  };
  document.addEventListener('visibilitychange', lookedAt);
  window.addEventListener('focus', lookedAt);
}
