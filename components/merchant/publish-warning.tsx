import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { PictureFindings } from './picture-findings.tsx';
import { sentPicture } from './sent-picture-of.ts';

interface PublishWarningProps {
  garment: EditableGarment | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPublish: () => void;
}

/** Before shoppers see a garment whose picture is not fit: why, and the way on all the same. */
export function PublishWarning({ garment, open, onOpenChange, onPublish }: PublishWarningProps) {
  const findings = garment && sentPicture(garment)?.verdict?.findings;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Publish with this picture?"
      confirmLabel="Publish anyway"
      keepLabel="Not yet"
      danger={false}
      details={
        garment?.category &&
        findings && <PictureFindings findings={findings} category={garment.category} />
      }
      onConfirm={onPublish}
    >
      {readinessWords.NOT_READY.means} Everything is saved; you can add another picture first, and
      shoppers can try it on with this one if you publish it anyway.
    </ConfirmDialog>
  );
}
