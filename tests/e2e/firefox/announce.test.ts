import { describe, expect } from 'vitest';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import { never } from '../../driver/wait.ts';
import { itInFirefox } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const it = itInFirefox();

type Background = Window & { AudioContext: typeof AudioContext; states?: string[] };

/**
 * Lets the background note each change of its audio clocks. On a machine without a sound card they are opened
 * and closed, and never run.
 */
const listen = (exhale: ExhaleInFirefox) =>
  exhale.evaluate(async () => {
    const background = (await browser.runtime.getBackgroundPage()) as unknown as Background;
    const states: string[] = [];
    background.states = states;
    background.AudioContext = class extends background.AudioContext {
      constructor() {
        super();
        states.push('opened');
        this.addEventListener('statechange', () => {
          if (this.state === 'closed' && states.at(-1) !== 'closed') states.push('closed');
        });
      }
    };
  });
const states = (exhale: ExhaleInFirefox) =>
  exhale.evaluate(async () => {
    const background = (await browser.runtime.getBackgroundPage()) as unknown as Background;
    return background.states ?? null;
  });

const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'tab', askSound: true } } as const;

describe('the sound of a reminder', () => {
  it('is played by the background, which then closes its audio clock', async ({ exhale }) => {
    await exhale.begin({});
    await listen(exhale);
    await exhale.begin(DUE);
    await exhale.page('prompt');
    await expect.poll(() => states(exhale), { timeout: 15_000 }).toEqual(['opened', 'closed']);
    await never('it sounds again', async () => ((await states(exhale))?.length ?? 0) > 2);
  });

  it('needs no audio clock while it is off', async ({ exhale }) => {
    await exhale.begin({});
    await listen(exhale);
    await exhale.begin({ ...DUE, settings: { promptStyle: 'tab' } });
    await exhale.page('prompt');
    await never('it sounds', async () => (await states(exhale))?.length);
  });
});
