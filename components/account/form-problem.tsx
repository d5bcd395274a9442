import { Notice } from '#components/ui/notice.tsx';

/** What is wrong with a form as a whole. */
export function FormProblem({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <Notice kind="danger" role="alert">
      {children}
    </Notice>
  );
}
