import { type FiguresQuery, printFigures } from '#lib/domain/figures-query.ts';

export function figuresHref(path: string, query: FiguresQuery): string {
  const printed = printFigures(query);
  return printed ? `${path}?${printed}` : path;
}
