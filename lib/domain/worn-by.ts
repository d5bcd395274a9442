/**
 * Who wears the garment in a picture, by what is said of the picture: "…, worn by the house model Elsa".
 * A picture that names nobody may show anything: the back, a detail, a customer.
 */
export function wornBy<Model extends { name: string }>(
  alt: string,
  models: readonly Model[],
): Model | null {
  const named = models.filter(({ name }) => says(alt, `house model ${name}`));
  // Of Ann and Ann Lee it is the longer name that was meant.
  return named.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** As whole words: a house model Ann is not meant by Anna. */
function says(text: string, words: string): boolean {
  const start = text.indexOf(words);
  if (start === -1) return false;
  const after = text.charAt(start + words.length);
  return !/[\p{L}\p{N}]/u.test(after) || says(text.slice(start + 1), words);
}
