// @vitest-environment happy-dom

import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seesLines } from '../../../entrypoints/options/about/seesWords.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { withSettings } from '../../core/atNine.ts';
import { find, openSettings, press } from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const NOTHING_TOLD = /^This browser doesn’t tell Exhale when you’re away/;
const NO_NOTIFICATIONS = 'In this browser, Exhale can’t show notifications.';

describe('the settings where the browser tells nothing of input', () => {
  it('say so, and offer nothing that would need it', () => {
    openSettings({ tellsInput: false, settings: withSettings({ presence: 'clock' }) });
    expect(screen.getByText(NOTHING_TOLD)).toBeTruthy();
    expect(find('[role="spinbutton"]', /no input/)).toBeNull();
    expect(find('[role="switch"]', /^Count while/)).toBeNull();
    expect(find('[role="switch"]', /^Videos count/)).toBeNull();
  });

  it('have both where it does, and say nothing', () => {
    openSettings({ settings: withSettings({ presence: 'clock' }) });
    expect(screen.queryByText(NOTHING_TOLD)).toBeNull();
    expect(find('[role="spinbutton"]', /no input/)).not.toBeNull();
    expect(find('[role="switch"]', /^Count while/)).not.toBeNull();
    expect(find('[role="switch"]', /^Videos count/)).not.toBeNull();
  });

  it('claim no input among what Exhale sees', () => {
    const sees = { atMs: 0, quietSeconds: 0, lastInputAtMs: 0, alarmAtMs: null, log: [] };
    const lines = seesLines({ ...sees, idle: 'unknown', faults: 0, lies: null });
    expect(lines.map(({ label }) => label)).toEqual([
      'The system says',
      'Looks again',
      expect.stringMatching(/late/),
    ]);
    expect(lines[0]?.value).toBe('nothing');
  });
});

describe('the settings where there are no notifications', () => {
  const offered = ['smallWindow', 'card', 'icon'] as const;

  it('say so, and offer none', async () => {
    openSettings({ offered });
    expect(screen.getByText(NO_NOTIFICATIONS)).toBeTruthy();
    expect(find('label', 'A notification')).toBeNull();
    expect(find('[role="switch"]', 'A look back each week')).toBeNull();
    await press('Send a test');
    await press('No, nothing came');
    expect(find('button', /notification/i)).toBeNull();
    expect(find('button', /card/i)).not.toBeNull();
  });

  it('say nothing where there are some, or an organization rules them out', () => {
    openSettings();
    expect(screen.queryByText(NO_NOTIFICATIONS)).toBeNull();
    cleanup();
    const rulesOut = ['notification'] as const;
    openSettings({ policy: { locked: {}, rulesOut: [...rulesOut], ignored: [] } });
    expect(screen.queryByText(NO_NOTIFICATIONS)).toBeNull();
    expect(screen.getByText('Your organization rules out some ways.')).toBeTruthy();
  });
});
