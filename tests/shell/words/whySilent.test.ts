import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { REASONS } from '../../../core/records/reasons.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { momentInWords } from '../../../shell/words/durations.ts';
import { whySilent } from '../../../shell/words/whySilent.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
});

const now = new Date(2026, 2, 2, 10, 20).getTime();
const silence = (reason: (typeof REASONS)[number], untilMs: number | null = null, forMs = 0) =>
  whySilent({ reason, untilMs, forMs }, now, momentInWords);

describe('the reason of a silence', () => {
  it.each(REASONS)('has words for %s, with and without an end', (reason) => {
    for (const untilMs of [null, now + 5 * MINUTE_MS, now - MINUTE_MS]) {
      const { sentence, matters } = silence(reason, untilMs);
      expect(sentence).not.toBe('');
      expect(sentence).not.toMatch(/\$|undefined|null/);
      expect(sentence.endsWith(matters)).toBe(true);
    }
  });

  it('tells for how long it has been due', () => {
    expect(silence('fullScreen', null, 6 * MINUTE_MS)).toEqual({
      sentence: 'waiting for full screen to end, 6 min',
      matters: 'full screen to end, 6 min',
    });
  });

  it('calls the first minute a minute', () => {
    expect(silence('call', null, 5000).sentence).toBe('waiting for the call to end, 1 min');
  });

  it('tells when it asks again', () => {
    expect(silence('snoozed', now + 5 * MINUTE_MS)).toEqual({
      sentence: 'next reminder: 10:25',
      matters: '10:25',
    });
    expect(silence('returning', now + 5 * MINUTE_MS).sentence).toBe('next reminder: 10:25');
    expect(silence('limit', now + 20 * MINUTE_MS).sentence).toBe('no reminders until 10:40');
  });

  it('names the morning on which a pause ends', () => {
    const morning = new Date(2026, 2, 3, 6).getTime();
    expect(silence('paused', morning).sentence).toMatch(/^paused until tomorrow, 0?6:00$/);
    expect(silence('paused').sentence).toBe('paused until you resume');
  });
});
