import { Notice } from '#components/ui/notice.tsx';

/** For a page that follows something and has lost the line. */
export function StaleNotice() {
  return (
    <Notice kind="warning" role="status">
      This page is not up to date: the server could not be reached. It tries again by itself.
    </Notice>
  );
}
