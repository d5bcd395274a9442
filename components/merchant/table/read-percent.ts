/** "12.5", "12,5 %" → hundredths of a percent; null for what is no percentage above nothing. */
export function readPercent(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0);
  return points > 0 ? points : null;
}
