import { fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import type { Command } from '../../../core/engine/event.ts';
import type { View } from '../../../core/engine/view.ts';
import type { Explanation } from '../../../core/explain/explain.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import * as afterwards from '../../../entrypoints/popup/afterwards.ts';
import { ExplanationPanel } from '../../../entrypoints/popup/ExplanationPanel.tsx';
import type { Notice } from '../../../entrypoints/popup/MessageArea.tsx';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

export const NOW = new Date(2026, 2, 2, 10, 20).getTime();
const SHORT = {
  rhythm: 'short',
  intervalMinutes: 30,
  breakSeconds: 60,
  kind: 'breathing',
} as const;
export const LONG = {
  rhythm: 'long',
  intervalMinutes: 60,
  breakSeconds: 300,
  kind: 'stillness',
} as const;

export const WORKING: View = {
  atMs: NOW,
  phase: 'working',
  screenTimeMs: 17 * MINUTE_MS,
  nextBreakInMs: 13 * MINUTE_MS,
  next: SHORT,
  progress: 17 / 30,
  due: false,
  silence: null,
  pausedUntilMs: null,
  presenting: false,
  slowerUntilMs: null,
  break: null,
  afterAll: false,
  asking: false,
};
export const DUE: View = {
  ...WORKING,
  due: true,
  progress: 1,
  nextBreakInMs: 0,
  screenTimeMs: 36 * MINUTE_MS,
};
export const ASKED: View = {
  ...DUE,
  phase: 'prompted',
  asking: true,
  screenTimeMs: 30 * MINUTE_MS,
};
export const ON_A_BREAK: View = {
  ...WORKING,
  phase: 'break',
  nextBreakInMs: null,
  break: {
    rhythm: 'short',
    kind: 'breathing',
    pattern: 'longExhale',
    seconds: 60,
    startedAtMs: NOW - 25_000,
    endsAtMs: NOW + 38_000,
    clears: ['short'],
    wasDue: true,
  },
};
export const paused = (pausedUntilMs: View['pausedUntilMs']): View => ({
  ...WORKING,
  phase: 'paused',
  nextBreakInMs: null,
  screenTimeMs: 32 * MINUTE_MS,
  pausedUntilMs,
});

export const ARTICLE: Explanation = {
  article: 'slow-breaths',
  rule: 'timeOfDay',
  because: null,
  tryThis: 'none',
  atMostSeconds: null,
  shown: { entries: [], current: null },
};

interface Given {
  painted?: boolean;
  settings?: Settings;
  explanation?: Explanation;
  notice?: Notice;
  maySkip?: boolean;
  intervalLocked?: string;
}

/** The popup for one view, and what it sent. */
export function popup(view: View, given: Given = {}) {
  speakEnglish();
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  const told: Command[] = [];
  const went: string[] = [];
  const onAnother = vi.fn();
  const drawn = (now: View, settings = given.settings ?? DEFAULT_SETTINGS) => (
    <Popup
      painted={given.painted ?? true}
      afterwards={afterwards}
      view={now}
      settings={settings}
      nextAfterSkipMs={NOW + 40 * MINUTE_MS}
      maySkip={given.maySkip ?? true}
      intervalLocked={given.intervalLocked ?? null}
      notice={given.notice ?? null}
      onCommand={(command) => told.push(command)}
      onGoToBreak={() => went.push('break')}
      onOpenPage={(page) => went.push(page)}
    >
      <ExplanationPanel
        view={now}
        explanation={given.explanation ?? ARTICLE}
        onAnother={onAnother}
        onTry={(invitation) => told.push({ type: 'startBreak', ...invitation })}
      />
    </Popup>
  );
  const { rerender } = render(drawn(view));
  return {
    told,
    went,
    onAnother,
    becomes: (next: View, settings?: Settings) => rerender(drawn(next, settings)),
    press: (name: string | RegExp) => fireEvent.click(button(name)),
    /** An entry of the open menu. */
    choose: (name: string | RegExp) => fireEvent.click(screen.getByRole('menuitem', { name })),
  };
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const text = () => document.querySelector('main')?.textContent ?? '';
/** The sentence below the dial. */
export const line = () => document.querySelector('main p')?.textContent;
