import type { Metadata } from 'next';
import { PrivacyPolicy } from '#components/privacy/privacy-policy.tsx';
import { currentSettings } from '#lib/server/settings.ts';
import { privacyWords } from '#lib/words/privacy.ts';

export const metadata: Metadata = { title: privacyWords.title, description: privacyWords.lead };

/** An admin may change the days at any time. */
export const dynamic = 'force-dynamic';

export default async function PrivacyPage() {
  const { retention } = await currentSettings();
  return <PrivacyPolicy retention={retention} />;
}
