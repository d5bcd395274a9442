/** A page that is out of sight paints nothing. */
const AT_LATEST_MS = 300;

/**
 * Resolves when what is on its way to the screen has been painted. What then keeps the page busy does
 * not keep the answer to a press from being seen.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const atLatest = setTimeout(resolve, AT_LATEST_MS);
    requestAnimationFrame(() => {
      clearTimeout(atLatest);
      setTimeout(resolve);
    });
  });
}
