/** What lasts longer is no fade. */
export const SOON_MS = 3000;

/** Runs in a page: waits for fades and slides. Longer animations go on. */
export async function fadesOver(soonMs: number): Promise<void> {
  const ending = document.getAnimations().filter(({ effect, currentTime }) => {
    const { endTime = 0 } = effect?.getComputedTiming() ?? {};
    return Number(endTime) - Number(currentTime) < soonMs;
  });
  // One that is paused or played again meanwhile never tells.
  const over = new Promise((resolve) => setTimeout(resolve, soonMs));
  await Promise.race([over, Promise.allSettled(ending.map(({ finished }) => finished))]);
}
