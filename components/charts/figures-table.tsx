interface FiguresTableProps {
  /** What the summary says: "The same as a table". */
  summary: string;
  /** Of the whole table, for screen readers. */
  caption: string;
  /** The first heads the rows. */
  heads: readonly string[];
  rows: readonly { key: string; head: string; cells: readonly string[] }[];
}

/** What a drawing shows, as figures for whoever wants them; folded away at first. */
export function FiguresTable({ summary, caption, heads, rows }: FiguresTableProps) {
  const [first, ...others] = heads;
  return (
    <details className="min-w-0 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
        {summary}
      </summary>
      <table className="w-full max-w-3xl border-collapse text-left max-sm:text-label">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-label text-ink-soft">
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2 pr-1.5 font-medium">
              {first}
            </th>
            {others.map((head) => (
              <th key={head} scope="col" className="py-2 pl-1.5 text-right font-medium sm:pl-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map(({ key, head, cells }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-1.5 font-normal sm:whitespace-nowrap">
                {head}
              </th>
              {others.map((name, index) => (
                <td key={name} className="py-1.5 pl-1.5 text-right sm:pl-3">
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
