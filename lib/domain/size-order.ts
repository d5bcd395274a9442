/** Letters from small to large, then numbers upwards, then whatever else shops have, by the alphabet. */
export function bySize(a: string, b: string): number {
  const [groupA, rankA] = rankOf(a);
  const [groupB, rankB] = rankOf(b);
  return groupA - groupB || rankA - rankB || (a < b ? -1 : Number(a > b));
}

function rankOf(size: string): [group: number, rank: number] {
  const letters = /^(\d*)(X*)(S|M|L)$/i.exec(size);
  if (letters) {
    const [, times, xs = '', letter = 'M'] = letters;
    const extra = times ? Number(times) * Math.max(1, xs.length) : xs.length;
    const middle = { S: -1, M: 0, L: 1 }[letter.toUpperCase()] ?? 0;
    return [0, middle * (1 + extra)];
  }
  if (/^\d+([.,]\d+)?$/.test(size)) return [1, Number(size.replace(',', '.'))];
  const numbered = /^([a-z]+) ?(\d+)$/i.exec(size);
  if (numbered) return [2, Number(numbered[2])];
  return [3, 0];
}
