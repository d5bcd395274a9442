/** Runs in the page, so it stands by itself. */
export async function whatDoesNotFit(): Promise<string[]> {
  /** Of the screen's height: what stays while the page moves under it. */
  const MOST_COVERED = 0.35;
  const problems: string[] = [];
  const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
  const twoFrames = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const ancestors = (element: Element): Element[] => {
    const list: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) list.push(at);
    return list;
  };

  if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth} px wide`);

  for (const element of document.querySelectorAll('body *')) {
    const saysSomething = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!saysSomething || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right, width, height } = element.getBoundingClientRect();
    // What is there for screen readers only is a pixel large.
    if (width <= 1 || height <= 1 || (left >= -1 && right <= clientWidth + 1)) continue;
    const canBeScrolledTo = ancestors(element).some((one) =>
      /auto|scroll/.test(getComputedStyle(one).overflowX),
    );
    if (!canBeScrolledTo) problems.push(`${nameOf(element)} sticks out`);
  }

  const opener = document.querySelector('[aria-haspopup=menu][aria-expanded=true]');
  opener?.scrollIntoView({ block: 'start', behavior: 'instant' });
  if (opener) await twoFrames();
  const dialogs = [...document.querySelectorAll('[role=dialog], [role=menu], dialog[open]')].filter(
    (dialog) => dialog.checkVisibility(),
  );
  for (const dialog of dialogs) {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    if (left < -1 || top < -1 || right > clientWidth + 1 || bottom > clientHeight + 1) {
      problems.push(`${nameOf(dialog)} is larger than the screen`);
    }
    const { overflowY } = getComputedStyle(dialog);
    if (dialog.scrollHeight > dialog.clientHeight + 1 && !/auto|scroll/.test(overflowY)) {
      problems.push(`${nameOf(dialog)} is cut off`);
    }
  }
  if (dialogs.length > 0) return problems;

  const scrolls = (element: Element) =>
    /auto|scroll/.test(getComputedStyle(element).overflowY) &&
    element.scrollHeight > element.clientHeight;
  const moving = [document.documentElement, ...document.querySelectorAll('body *')].filter(
    (element) => element === document.documentElement || scrolls(element),
  );
  for (const element of moving) {
    element.scrollTo({ top: element.scrollHeight / 2, behavior: 'instant' });
  }
  /** A frame that is fixed and scrolls in itself, as the fitting room on a phone, covers nothing. */
  const staysPut = (element: Element): boolean => {
    const first = ancestors(element).find(
      (one) => /sticky|fixed/.test(getComputedStyle(one).position) || scrolls(one),
    );
    return first !== undefined && !scrolls(first);
  };
  const step = 4;
  let covered = 0;
  for (let y = step / 2; y < clientHeight; y += step) {
    const hit = document.elementFromPoint(clientWidth / 2, y);
    if (hit && staysPut(hit)) covered += step;
  }
  if (covered > clientHeight * MOST_COVERED) {
    problems.push(`${covered} of ${clientHeight} px are covered by what does not move`);
  }
  return problems;
}
