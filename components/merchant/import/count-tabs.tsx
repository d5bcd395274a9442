import { classNames } from '#components/ui/class-names.ts';
import { figure } from './import-words.ts';

interface CountTabsProps<Id extends string> {
  /** What is chosen among, for screen readers. */
  label: string;
  tabs: { id: Id; name: string; count: number }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}

/** One of a few lists, each with how much is in it. */
export function CountTabs<Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: CountTabsProps<Id>) {
  return (
    <fieldset aria-label={label} className="flex flex-wrap gap-x-1 border-b border-line">
      {tabs.map(({ id, name, count }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          className={classNames(
            'inline-flex min-h-11 items-center gap-2 px-3 text-sm first:pl-0',
            id === chosen
              ? 'font-medium text-ink shadow-[inset_0_-2px] shadow-accent'
              : 'text-ink-soft hover:text-ink',
          )}
        >
          {name}
          <span className="tabular-nums text-ink-soft">{figure(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
