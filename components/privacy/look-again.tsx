'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import { receiptWords } from '#lib/words/privacy.ts';

const EVERY_MS = 10_000;

/** Reads the page anew by itself, or at once. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Button variant="secondary" size="small" onClick={() => router.refresh()}>
      {receiptWords.look}
    </Button>
  );
}
