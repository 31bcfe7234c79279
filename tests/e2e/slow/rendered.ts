import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { soundsOn } from '../../../components/sounds/sounds.ts';
import type { BreathGuide } from '../../../core/breaks/breath.ts';
import type { Page } from '../../driver/page.ts';
import type { Recording } from './samples.ts';

declare const ExhaleSounds: { soundsOn: typeof soundsOn };

/** What is done to the sounds, and when. */
export type Deed = [
  atSeconds: number,
  does:
    | { ring: 1 | 2 }
    | { ringAtSeconds: number }
    | {
        breathe: Omit<BreathGuide, 'beginsAtMs'> & {
          beginsAtSeconds: number;
          cue: 'tone' | 'bell';
        };
      }
    | { noise: boolean }
    | { hidden: boolean }
    | { sleeps: number },
];

/** The product's own sounds as one script. */
async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('../../../components/sounds/sounds.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'ExhaleSounds' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const chunk = bundle?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('the sounds were not built');
  return chunk.code;
}

/** Lets a page render sounds faster than real time. */
export async function bringSounds(page: Page): Promise<void> {
  const { exceptionDetails } = await page.send('Runtime.evaluate', { expression: await script() });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
}

const RATE = 44_100;

/** The sounds of a break page, on an offline audio clock. */
export async function rendered(
  page: Page,
  seconds: number,
  loudnessPercent: number,
  deeds: Deed[],
): Promise<Recording> {
  const text = await page.evaluate(render, seconds, loudnessPercent, deeds, RATE);
  const bytes = Buffer.from(text, 'base64');
  return { samples: new Float32Array(new Uint8Array(bytes).buffer), rate: RATE };
}

/** Runs inside the page. */
async function render(
  seconds: number,
  loudnessPercent: number,
  deeds: Deed[],
  rate: number,
): Promise<string> {
  const context = new OfflineAudioContext(1, seconds * rate, rate);
  const beganAtMs = 1_800_000_000_000;
  let sleptMs = 0;
  const nowMs = () => beganAtMs + context.currentTime * 1000 + sleptMs;
  const at = (atSeconds: number, work: () => void) => {
    if (atSeconds >= seconds) return;
    void context.suspend(atSeconds).then(() => {
      work();
      return context.resume();
    });
  };
  const later = (work: () => void, ms: number) => {
    let on = true;
    at(context.currentTime + ms / 1000, () => on && work());
    return () => {
      on = false;
    };
  };
  const world = { nowMs, later, isRunning: () => true, resume: () => {}, random: Math.random };
  const sounds = ExhaleSounds.soundsOn(context, world);
  const work = (does: Deed[1]) => {
    if ('ring' in does) sounds.ring(does.ring, loudnessPercent);
    if ('ringAtSeconds' in does)
      sounds.ringAt(beganAtMs + does.ringAtSeconds * 1000, loudnessPercent);
    if ('noise' in does) sounds.noise(does.noise, loudnessPercent);
    if ('hidden' in does) sounds.setHidden(does.hidden);
    if ('sleeps' in does) sleptMs += does.sleeps * 1000;
    if ('breathe' in does) {
      const { pattern, cycles, cue, beginsAtSeconds } = does.breathe;
      const guide = { pattern, cycles, beginsAtMs: beganAtMs + beginsAtSeconds * 1000 };
      sounds.breathe(guide, cue, loudnessPercent);
    }
  };
  for (const [atSeconds, does] of deeds) {
    if (atSeconds === 0) work(does);
    else at(atSeconds, () => work(does));
  }
  const bytes = new Uint8Array((await context.startRendering()).getChannelData(0).buffer);
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}
