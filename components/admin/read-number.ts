/** A number as typed: nothing is null, "1,000" a thousand, and what is none stays none to be refused. */
export function readNumber(text: string): number | string | null {
  const typed = text.replaceAll(/[\s’']|,(?=\d{3}\b)/g, '');
  if (typed === '') return null;
  return /^\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : typed;
}
