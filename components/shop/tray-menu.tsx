'use client';

import { Bell, BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuAction, MenuLine, MenuLink, MenuNote } from '#components/ui/menu.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { useTellMe } from '#lib/client/tell-me.ts';
import { useElapsed } from '#lib/client/use-elapsed.ts';
import { useKnownTryOn } from '#lib/client/use-try-on.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { stageTitle } from '#lib/words/try-on.ts';
import { timeSoFar, waitingShortly, waitingWords } from '#lib/words/waiting.ts';
import { askNotToBeTold, askToBeTold } from './ask-to-be-told.ts';

interface TrayMenuProps {
  label: string;
  trigger: ReactNode;
  tryOns: TryOnView[];
}

export default function TrayMenu({ label, trigger, tryOns }: TrayMenuProps) {
  return (
    <Menu label={label} trigger={trigger} defaultOpen>
      <MenuNote>{label}</MenuNote>
      {tryOns.map((tryOn) => (
        <TrayLine key={tryOn.id} tryOn={tryOn} />
      ))}
      <MenuLine />
      <TellMeItem />
      <MenuLink href="/looks">{waitingWords.allLooks}</MenuLink>
    </Menu>
  );
}

function TrayLine({ tryOn: listed }: { tryOn: TryOnView }) {
  const tryOn = useKnownTryOn(listed);
  const { garment } = tryOn;
  // A garment that has left the shop has no page to show it on.
  const href = garment.inShop ? `/garments/${garment.slug}?try-on=${tryOn.id}` : '/looks';
  return (
    <MenuLink href={href}>
      <Picture picture={garment.picture} alt="" sizes="3rem" className="my-1.5 w-12 shrink-0" />
      <span className="grid w-52 gap-0.5 py-1.5">
        <span className="font-medium text-pretty">{lookName(tryOn)}</span>
        <Stage tryOn={tryOn} />
      </span>
    </MenuLink>
  );
}

function Stage({ tryOn }: { tryOn: TryOnView }) {
  switch (tryOn.state) {
    case 'queued':
    case 'sending':
    case 'running':
    case 'saving':
      return (
        <>
          <span className="text-label text-ink-soft">
            {tryOn.waiting ? waitingShortly[tryOn.waiting] : stageTitle[tryOn.state]}
          </span>
          {!tryOn.waiting && <TimeSoFar since={tryOn.createdAt} expected={tryOn.expected} />}
        </>
      );
    case 'succeeded':
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown':
    case 'cancelled':
      // Not for long: the list catches up.
      return null;
  }
}

interface TimeSoFarProps {
  since: string;
  expected: { medianSeconds: number; measured: boolean };
}

function TimeSoFar({ since, expected }: TimeSoFarProps) {
  const elapsed = useElapsed(since);
  return (
    <span className="text-label text-ink-soft tabular-nums">
      {elapsed === null ? null : timeSoFar(elapsed, expected)}
    </span>
  );
}

/** Nothing to choose for whoever has refused, or whose browser cannot. */
function TellMeItem() {
  const tellMe = useTellMe();
  switch (tellMe) {
    case 'unavailable':
    case 'refused':
      return null;
    case 'off':
      return (
        <MenuAction onSelect={() => void askToBeTold()}>
          <Bell aria-hidden /> {waitingWords.tellMe}
        </MenuAction>
      );
    case 'on':
      return (
        <MenuAction onSelect={() => void askNotToBeTold()}>
          <BellOff aria-hidden /> {waitingWords.stopTelling}
        </MenuAction>
      );
  }
}
