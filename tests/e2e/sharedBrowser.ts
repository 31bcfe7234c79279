import { useOwnDisplay } from '../driver/display.ts';
import type { Exhale } from '../driver/exhale.ts';
import { letGo, moveTo } from '../driver/hands.ts';
import { running } from './failures.ts';

/** In the browser's window, where a resting pointer does nothing. */
const REST = { x: 640, y: 400 };

/** A private display with no pointer activity; the person's own display with --headed. */
async function atRest(): Promise<void> {
  if (process.env.EXHALE_HEADED === undefined) await useOwnDisplay({ managed: true });
  await letGo();
  await moveTo(REST);
}

/** Starts an Exhale that is included in the report of a failure. */
export async function startWatched<E extends Exhale>(start: () => Promise<E>): Promise<E> {
  await atRest();
  const exhale = await start();
  running.add(exhale);
  return exhale;
}

export async function end(exhale: Exhale): Promise<void> {
  running.delete(exhale);
  await exhale.close();
}

/**
 * One browser for all tests of a worker process, which keeps its modules from file to file. It is reset
 * between two tests, which is faster than a start.
 */
export class SharedBrowser<E extends Exhale & { reset(): Promise<void> }> {
  private exhale: E | undefined;

  constructor(private readonly start: () => Promise<E>) {}

  async ready(): Promise<E> {
    await this.reset();
    this.exhale ??= await startWatched(this.start);
    return this.exhale;
  }

  private async reset(): Promise<void> {
    if (this.exhale === undefined) return;
    try {
      await atRest();
      await this.exhale.reset();
    } catch (error) {
      console.warn(`A browser could not be reset, and is replaced: ${error}`);
      await this.keepIf(false);
    }
  }

  /** A failed test may have left anything behind, so the next one gets a new browser. */
  async keepIf(isGood: boolean): Promise<void> {
    const { exhale } = this;
    if (isGood || exhale === undefined) return;
    this.exhale = undefined;
    await end(exhale);
  }
}
