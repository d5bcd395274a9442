import { demoSignInWords } from '#lib/words/account.ts';
import { demoSignIns } from './demo-sign-ins.ts';

/** Who can sign in to the demo. Shown with the sandbox only. */
export function DemoSignIns() {
  const [before, after] = demoSignInWords.password;
  return (
    <section aria-labelledby="demo" className="grid gap-3 border-t border-line pt-6 text-sm">
      <h2 id="demo" className="font-medium">
        {demoSignInWords.title}
      </h2>
      <dl className="grid gap-1">
        {demoSignIns.accounts.map(({ email, may }) => (
          <div key={email} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink-soft">{may}</dt>
            <dd className="break-all">{email}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft">
        {before}
        <code className="text-ink">{demoSignIns.password}</code>
        {after}
      </p>
    </section>
  );
}
