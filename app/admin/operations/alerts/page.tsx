import type { Metadata } from 'next';
import Link from 'next/link';
import { AlertForm } from '#components/admin/operations/alerts/alert-form.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { getAlertSettings } from '#lib/server/use-cases/get-alert-settings.ts';
import { adminAtDoor } from '../../at-door.tsx';

export const metadata: Metadata = { title: 'Alerts' };

export default async function AlertsPage() {
  const { actor, refusal } = await adminAtDoor('/admin/operations/alerts');
  if (!actor) return refusal;
  return (
    <>
      <Link
        href="/admin/operations"
        className="text-link inline-flex min-h-11 items-center justify-self-start text-sm"
      >
        Operations
      </Link>
      <PageHeading
        title="Alerts"
        lead="Looked at once a minute. Whoever is told that something is wrong is told when it is over."
      />
      <AlertForm
        initial={await getAlertSettings(actor)}
        zones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
      />
    </>
  );
}
