/** Longer than a frame takes on a slow machine. */
const HIDDEN_MS = 100;

/** Resolves after the next frame is painted. A page that nobody sees paints none, and waits a moment instead. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, HIDDEN_MS);
  });
