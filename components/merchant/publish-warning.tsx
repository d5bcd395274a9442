import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { PictureFindings } from './picture-findings.tsx';

interface PublishWarningProps {
  garment: MerchantGarment | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPublish: () => void;
}

/** Before shoppers see a garment whose picture is not fit: why, and the way on all the same. */
export function PublishWarning({ garment, open, onOpenChange, onPublish }: PublishWarningProps) {
  const verdict = garment?.images.find(({ sent }) => sent)?.verdict;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Publish with this picture?"
      confirmLabel="Publish anyway"
      keepLabel="Not yet"
      danger={false}
      details={
        garment &&
        verdict && <PictureFindings findings={verdict.findings} category={garment.category} />
      }
      onConfirm={onPublish}
    >
      {readinessWords.NOT_READY.means} Everything is saved; you can add another picture first.
    </ConfirmDialog>
  );
}
