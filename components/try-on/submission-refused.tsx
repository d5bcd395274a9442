import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';

/** Why the server would not take the photo or the try-on. */
export function SubmissionRefused({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Notice kind="danger" role="alert">
      {sayError(error)}
    </Notice>
  );
}
