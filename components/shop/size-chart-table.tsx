import type { SizeChart } from '#lib/contracts/garment.ts';
import { sizeWords } from '#lib/words/shop.ts';

export function SizeChartTable({ chart }: { chart: SizeChart }) {
  return (
    <section aria-labelledby="size-chart" className="grid max-w-prose gap-2">
      <h2 id="size-chart" className="font-display text-heading">
        {sizeWords.chart}
      </h2>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm tabular-nums">
          <thead>
            <tr className="border-b border-line text-ink-soft">
              <th scope="col" className="py-3 pr-4 font-normal">
                {sizeWords.size}
              </th>
              {chart.columns.map((column) => (
                <th key={column} scope="col" className="px-4 py-3 text-right font-normal last:pr-0">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.rows.map(({ size, values }) => (
              <tr key={size} className="border-b border-line">
                <th scope="row" className="py-3 pr-4 font-medium">
                  {size}
                </th>
                {chart.columns.map((column, index) => (
                  <td key={column} className="px-4 py-3 text-right last:pr-0">
                    {values[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-label text-ink-soft">{sizeWords.chartNote}</p>
    </section>
  );
}
