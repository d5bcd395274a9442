/**
 * A spreadsheet calculates a cell that begins like a formula, whoever wrote it. Files that we write
 * have an apostrophe before such text, which spreadsheets take for "this is text", and which comes off
 * again when the file is read: `restoreCell(neutraliseCell(text))` is always `text`.
 *
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
const beginsLikeFormula = /^[=+\-@\t\r\n＝＋－＠]./su;
const isNumber = /^[+-]?[\d.,]+$/;
const apostrophes = /^'*/;

const isFormulaLike = (text: string) => beginsLikeFormula.test(text) && !isNumber.test(text);

export function neutraliseCell(text: string): string {
  return isFormulaLike(text.replace(apostrophes, '')) ? `'${text}` : text;
}

export function restoreCell(text: string): string {
  return text.startsWith("'") && isFormulaLike(text.replace(apostrophes, ''))
    ? text.slice(1)
    : text;
}

/** Whether it reads like a real formula, and not like text with a dash before it. */
export function isSuspicious(text: string): boolean {
  if (!isFormulaLike(text)) return false;
  return /^[=＝]\s*["'(+\-@\w]/u.test(text) || /^[+\-@＋－＠]+\s*(\w+\s*\(|.*\|.*!)/u.test(text);
}
