import type { Metadata } from 'next';
import { ConsentSection } from '#components/admin/settings/consent-section.tsx';
import { SettingsForm } from '#components/admin/settings/settings-form.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { getSettings } from '#lib/server/use-cases/get-settings.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const { actor, refusal } = await adminAtDoor('/admin/settings');
  if (!actor) return refusal;
  const { settings, consents } = await getSettings(actor);
  const [current, ...earlier] = consents;
  return (
    <>
      <PageHeading
        title="Settings"
        lead="What holds in all shops. Every change is in the audit log."
      />
      <div className="grid gap-10">
        <SettingsForm key={JSON.stringify(settings)} settings={settings} />
        {current && <ConsentSection key={current.version} current={current} earlier={earlier} />}
      </div>
    </>
  );
}
