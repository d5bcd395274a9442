import type { Metadata } from 'next';
import { ClassifierRoom } from '#components/admin/classifier/classifier-room.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { listTextRules } from '#lib/server/use-cases/list-text-rules.ts';
import { adminAtDoor } from '../at-door.tsx';

export const metadata: Metadata = { title: 'Classifier' };

export default async function ClassifierPage() {
  const { actor, refusal } = await adminAtDoor('/admin/classifier');
  if (!actor) return refusal;
  const { unfiled, rules } = await listTextRules(actor);
  return (
    <>
      <PageHeading
        title="Classifier"
        lead="The provider gives no codes for a failure, only words. Say what new words mean, and every answer with them is told right."
      />
      <ClassifierRoom unfiled={unfiled} rules={rules} />
    </>
  );
}
