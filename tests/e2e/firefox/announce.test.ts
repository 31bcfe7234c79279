import { describe, expect } from 'vitest';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import { never } from '../../driver/wait.ts';
import { itInFirefox } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const it = itInFirefox();

type Background = Window & { AudioContext: typeof AudioContext; states?: string[] };

/** Lets the background note each state of its audio clocks. */
const listen = (exhale: ExhaleInFirefox) =>
  exhale.evaluate(async () => {
    const background = (await browser.runtime.getBackgroundPage()) as unknown as Background;
    const states: string[] = [];
    background.states = states;
    background.AudioContext = class extends background.AudioContext {
      constructor() {
        super();
        this.addEventListener('statechange', () => states.push(this.state));
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
    await expect.poll(() => states(exhale)).toContain('running');
    await expect.poll(() => states(exhale), { timeout: 10_000 }).toEqual(['running', 'closed']);
  });

  it('needs no audio clock while it is off', async ({ exhale }) => {
    await exhale.begin({});
    await listen(exhale);
    await exhale.begin({ ...DUE, settings: { promptStyle: 'tab' } });
    await exhale.page('prompt');
    await never('it sounds', async () => (await states(exhale))?.length);
  });
});
