/** Solves a small dense system in place; rows are [coefficients…, right side]. */
export function solve(rows: Float64Array[]): number[] {
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) {
      if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    }
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    const lead = rows[c]!;
    const scale = lead[c]! || 1e-12;
    for (let r = c + 1; r < n; r++) {
      const row = rows[r]!;
      const f = row[c]! / scale;
      if (f !== 0) for (let k = c; k < row.length; k++) row[k] = row[k]! - f * lead[k]!;
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    const row = rows[r]!;
    let sum = row[n]!;
    for (let k = r + 1; k < n; k++) sum -= row[k]! * out[k]!;
    out[r] = sum / (row[r]! || 1e-12);
  }
  return out;
}
