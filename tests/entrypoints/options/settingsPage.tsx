import { act, fireEvent, render } from '@testing-library/preact';
import { onTestFinished, vi } from 'vitest';
import type { PromptStyle } from '../../../components/asking/promptStyles.ts';
import type { Permission } from '../../../components/live/usePermission.ts';
import {
  type BreakPreferences,
  DEFAULT_PREFERENCES,
  type PreferencesPatch,
  withPreferencesPatch,
} from '../../../core/breaks/preferences.ts';
import type { Keep } from '../../../core/personal/keeping.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { exportOf, importFrom } from '../../../core/personal/settingsFile.ts';
import { NEVER_ASKED } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../../../core/records/settings.ts';
import type { Notice } from '../../../core/records/stored.ts';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { NO_TRIAL } from '../../../core/trial/trial.ts';
import type { Keys } from '../../../entrypoints/options/about/useKeys.ts';
import { type Deeds, Options, type OptionsProps } from '../../../entrypoints/options/Options.tsx';
import type { Saved } from '../../../entrypoints/options/useSaving.ts';
import type { Sees } from '../../../shell/diagnostics.ts';

const SEES: Sees = {
  atMs: 1_000_000,
  idle: 'active',
  quietSeconds: 0,
  lastInputAtMs: 1_000_000,
  alarmAtMs: null,
  log: [],
  faults: 0,
  lies: null,
};

/** Nothing was logged yet. */
const NO_WEEK = weekInLog([], 0);

const NOT_ALLOWED: Permission = {
  allowed: false,
  request: async () => false,
  remove: async () => false,
};

interface Given {
  settings?: Settings;
  slowerUntilMs?: number;
  preferences?: Partial<BreakPreferences>;
  preferencesProblem?: OptionsProps['preferencesProblem'];
  notices?: Notice[];
  offered?: readonly PromptStyle[];
  tellsInput?: boolean;
  policy?: OptionsProps['policy'];
  devices?: OptionsProps['devices'];
  notifications?: Partial<Permission>;
  card?: Partial<Permission>;
  sites?: Partial<Permission>;
  deeds?: Partial<Deeds>;
  sees?: Partial<Sees>;
  keys?: Keys;
}

/** The settings page with a background that keeps what it is told and answers like the real one. */
export function openSettings(given: Given = {}) {
  const page = {
    stored: given.settings ?? DEFAULT_SETTINGS,
    preferences: { ...DEFAULT_PREFERENCES, ...given.preferences } as BreakPreferences,
    keep: 'forever' as Keep,
  };
  const replace = (settings: Settings) => {
    page.stored = settings;
    draw();
  };
  const deeds = {
    save: vi.fn(async (patch: unknown): Promise<Saved> => {
      const result = withPatch(page.stored, patch);
      if (!result.ok) return result;
      replace(result.settings);
      return { ok: true };
    }),
    painted: async () => undefined,
    share: vi.fn(),
    openWeek: vi.fn(async () => (settings: Settings) => whatIf(NO_WEEK, settings)),
    test: vi.fn(async () => true),
    endTest: vi.fn(),
    onPressed: vi.fn(() => () => {}),
    look: vi.fn(async (): Promise<Sees | null> => ({ ...SEES, ...given.sees })),
    lies: async () => null,
    noteInput: vi.fn(async () => true),
    showWelcome: vi.fn(),
    changeKeys: vi.fn(),
    hear: vi.fn(),
    hearAsk: vi.fn(),
    hearVoice: vi.fn(),
    tryCue: vi.fn(() => () => undefined),
    exportText: vi.fn(
      async (): Promise<string | null> => exportOf(page.stored, { preferences: page.preferences }),
    ),
    importText: vi.fn(async (text: string) => {
      const imported = importFrom(text, {
        settings: page.stored,
        preferences: page.preferences,
        tension: NEVER_ASKED,
        massage: NO_MASSAGE,
        trial: NO_TRIAL,
      });
      if (imported.ok) {
        page.preferences = imported.preferences ?? page.preferences;
        replace(imported.settings);
      }
      return imported;
    }),
    exportCopy: vi.fn<Deeds['exportCopy']>(async () => new Blob(['{}'])),
    exportTable: vi.fn<Deeds['exportTable']>(async () => new Blob(['is'])),
    isCopy: vi.fn(async (file: File) => file.name.startsWith('exhale-data')),
    readCopy: vi.fn<Deeds['readCopy']>(() => async () => ({ ok: false, problem: 'notExhale' })),
    giveUpCopy: vi.fn(),
    takeCopy: vi.fn<Deeds['takeCopy']>(() => async () => 'taken'),
    deleteDays: vi.fn<Deeds['deleteDays']>(() => async () => undefined),
    keepDays: vi.fn(async (keep: Keep) => {
      page.keep = keep;
      draw();
      return true;
    }),
    useDefaults: vi.fn(async () => {
      replace(DEFAULT_SETTINGS);
      return true;
    }),
    erase: vi.fn(async () => {
      replace(DEFAULT_SETTINGS);
      return true;
    }),
    endSlower: vi.fn(),
    changePreferences: vi.fn(async (patch: PreferencesPatch) => {
      page.preferences = withPreferencesPatch(page.preferences, patch) as BreakPreferences;
      draw();
      return { ok: true as const };
    }),
    ...given.deeds,
  };
  const element = () => (
    <Options
      settings={page.stored}
      slowerUntilMs={given.slowerUntilMs ?? null}
      preferences={page.preferences}
      preferencesProblem={given.preferencesProblem ?? null}
      notices={given.notices ?? []}
      offered={given.offered ?? ['smallWindow', 'notification', 'icon']}
      tellsInput={given.tellsInput ?? true}
      {...(given.policy && { policy: given.policy })}
      notifications={{ ...NOT_ALLOWED, ...given.notifications }}
      card={{ ...NOT_ALLOWED, ...given.card }}
      sites={{ ...NOT_ALLOWED, ...given.sites }}
      keys={given.keys ?? null}
      version="1.0"
      today="2026-03-14"
      keep={page.keep}
      {...(given.devices && { devices: given.devices })}
      deeds={deeds}
    />
  );
  let drawn: ReturnType<typeof render> | null = render(element());
  const draw = () => drawn?.rerender(element());
  // vitest keeps every mock function to the end, and with `draw` the whole page.
  onTestFinished(() => {
    drawn = null;
  });
  return { page, deeds, draw };
}

const nameOf = (element: Element): string => {
  const labels = element.getAttribute('aria-labelledby');
  const label = labels === null ? element : document.getElementById(labels);
  return (element.getAttribute('aria-label') ?? label?.textContent ?? '').trim();
};

/** By name, like `getByRole`, which takes half a second on a page of this size. */
export function find(selector: string, name: string | RegExp): HTMLElement | null {
  const fits = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
  return (
    [...document.querySelectorAll<HTMLElement>(selector)].find((one) => fits(nameOf(one))) ?? null
  );
}

function get(selector: string, name: string | RegExp): HTMLElement {
  const found = find(selector, name);
  if (found === null) throw new Error(`there is no ${selector} named ${name}`);
  return found;
}

export const field = (name: string | RegExp) => get('[role="spinbutton"]', name);
export const button = (name: string | RegExp) => get('button', name);
export const toggle = (name: string | RegExp) => get('[role="switch"]', name);
export const list = (name: string) => get('select', name);
export const slider = (name: string) => get('input[type="range"]', name);
export const group = (name: string) => get('[role="group"]', name);
export function radio(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent === name,
  );
  const input = label?.querySelector<HTMLInputElement>('input[type="radio"]');
  if (!input) throw new Error(`there is no choice named ${name}`);
  return input;
}

const statuses = () => [...document.querySelectorAll('[role="status"]')];

/** The message at the top of the page. */
export const status = () => document.querySelector('main [role="status"]')?.textContent;

/** Every message on the page. */
export const said = () =>
  statuses()
    .map(({ textContent }) => textContent)
    .filter((text) => text)
    .join(' ');

export const type = (input: HTMLElement, text: string) =>
  fireEvent.input(input, { target: { value: text } });

/** Leaves the page for a moment, so that typed values are stored at once. */
export const settle = () =>
  act(async () => {
    window.dispatchEvent(new Event('pagehide'));
  });

export const click = async (element: HTMLElement) => {
  await act(async () => {
    fireEvent.click(element);
  });
  // Draws what was answered meanwhile.
  await act(async () => undefined);
};

export const press = (name: string | RegExp) => click(button(name));

/** The note for a control: its hint, or why its value was refused. */
export const noteOf = (control: HTMLElement) =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent;

/** Chooses a file to load, as the browser's own dialog does. */
export const chooseFile = (file: File) =>
  act(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('no field for a file');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
    // It is read in a few steps.
    for (let step = 0; step < 6; step++) await new Promise((resolve) => setImmediate(resolve));
    await file.arrayBuffer().catch(() => undefined);
  });
