import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface SearchFormProps {
  /** The page that it asks. */
  action: string;
  /** What can be searched for. */
  hint: string;
  search: string;
  /** More fields of the same question. */
  children?: ReactNode;
}

/** A plain form whose answer stands in the address: it can be sent, and works without a script. */
export function SearchForm({ action, hint, search, children }: SearchFormProps) {
  return (
    <form action={action} className="flex flex-wrap items-start gap-3">
      <Field label="Search" hint={hint} className="min-w-0 flex-1 basis-64">
        {(control) => <Input type="search" name="search" defaultValue={search} {...control} />}
      </Field>
      {children}
      <Button type="submit" variant="secondary" className="mt-[1.625rem]">
        Search
      </Button>
    </form>
  );
}
