import { RotateCw, X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { Upload } from './use-picture-uploads.ts';

interface UploadCardProps {
  upload: Upload;
  /** False while the garment is still to be made: the picture waits for it. */
  hasGarment: boolean;
  onRetry: () => void;
  onCancel: () => void;
}

/** A picture on its way. */
export function UploadCard({ upload, hasGarment, onRetry, onCancel }: UploadCardProps) {
  const { file, preview, state } = upload;
  return (
    <li className="grid content-start gap-2">
      <span className="relative block">
        <span className="block opacity-60">
          {/* What this browser cannot show, the server may still read, or else say why not. */}
          <Picture picture={{ url: preview, width: 3, height: 4 }} alt="" />
        </span>
        <Button
          variant="onPicture"
          size="small"
          aria-label={`Remove ${file.name}`}
          onClick={onCancel}
          className="absolute top-1.5 right-1.5 w-9 px-0 pointer-coarse:w-11"
        >
          <X aria-hidden />
        </Button>
      </span>
      {state.kind === 'failed' ? (
        <div role="alert" className="grid justify-items-start gap-2">
          <p className="text-label font-medium text-pretty text-danger">{state.reason}</p>
          <Button
            variant="secondary"
            size="small"
            aria-label={`Try again: ${file.name}`}
            onClick={onRetry}
          >
            <RotateCw aria-hidden /> Try again
          </Button>
        </div>
      ) : (
        <div className="grid gap-1.5">
          <progress
            aria-label={`Sending ${file.name}`}
            // The last part is the server's, who looks at the picture and says nothing of how far it is.
            value={state.kind === 'sending' && state.part < 1 ? state.part : undefined}
            max={1}
            className="h-1 w-full accent-accent"
          />
          <p className="text-label text-ink-soft">{wordsOf(state, hasGarment)}</p>
        </div>
      )}
    </li>
  );
}

function wordsOf(state: Exclude<Upload['state'], { kind: 'failed' }>, hasGarment: boolean): string {
  if (state.kind === 'waiting') {
    return hasGarment ? 'Waiting …' : 'Waits until the garment has a title, a kind and a price.';
  }
  return state.part < 1 ? `Sending, ${Math.round(state.part * 100)} %` : 'Getting it ready …';
}
