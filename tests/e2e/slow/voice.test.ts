import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from '../../driver/page.ts';
import { type SpeechService, startSpeech } from '../../driver/speech.ts';
import { word } from '../../driver/words.ts';
import { it } from '../chromium/it.ts';

let service: SpeechService;
beforeAll(async () => {
  service = await startSpeech();
});
afterAll(() => service.end());

const voices = (page: Page) =>
  page.evaluate(() =>
    speechSynthesis
      .getVoices()
      .filter(({ lang, localService }) => lang.startsWith('en') && localService)
      .map(({ name }) => name),
  );

/** Notes what begins and ends to be spoken. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    const speak = speechSynthesis.speak.bind(speechSynthesis);
    speechSynthesis.speak = (words) => {
      for (const event of ['start', 'end'])
        words.addEventListener(event, () => noted.push(`${event} ${words.text}`));
      speak(words);
    };
  });
const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: string[] }).noted);

it('A voice of the system reads a break aloud once it is asked to', async ({ start }) => {
  const exhale = await start(service);
  await exhale.begin({ preferences: { careRead: { massage: true } } });
  await exhale.tell({ type: 'startBreak', kind: 'neck', seconds: 120 });
  const page = await exhale.page('break');
  await expect.poll(() => voices(page), { timeout: 40_000 }).not.toEqual([]);
  await listen(page);
  await page.click('button', word('break_voice_yes'));
  await page.find('button', word('break_voice_on'));
  await exhale.moveBreakTo(0);
  const ended = async () => (await noted(page)).filter((what) => what.startsWith('end '));
  await expect.poll(async () => (await ended()).length, { timeout: 40_000 }).toBeGreaterThan(1);
  const started = (await noted(page)).filter((what) => what.startsWith('start '));
  expect(started).toContain(`start ${word('script_neck_left')}`);
});
