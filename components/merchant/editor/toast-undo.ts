import { toast } from 'sonner';

/** Says what was taken away, and for a while offers it back. */
export const toastUndo = (said: string, undo: () => void): void => {
  toast(said, { duration: 10_000, action: { label: 'Undo', onClick: undo } });
};
