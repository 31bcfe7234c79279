import { act, fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import type { PromptStyle } from '../../../components/asking/promptStyles.ts';
import { LockedContext } from '../../../components/kit/Locked.tsx';
import type { Permission } from '../../../components/live/usePermission.ts';
import { MACHINE, type Machine } from '../../../core/engine/ways.ts';
import type { SettingName } from '../../../core/records/policy.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsPatch,
  withPatch,
} from '../../../core/records/settings.ts';
import { Welcome } from '../../../entrypoints/welcome/Welcome.tsx';

export const FAULTY: Machine = { smallWindow: 'untried', fault: 'hidden', times: 1 };

interface Given {
  settings?: Settings;
  /** What an organization has locked. */
  locked?: readonly SettingName[];
  offered?: readonly PromptStyle[];
  notifications?: Partial<Permission>;
  notifyFirst?: boolean;
  pinned?: boolean | null;
  pinPlace?: 'chromium' | 'edge' | 'firefox';
  careRead?: boolean;
  screenReader?: { chosen: boolean | null; allowed?: boolean };
  test?: boolean;
  breathe?: boolean;
}

/** The welcome page, with everything beyond it played. */
export function welcome(given: Given = {}) {
  const page = {
    stored: given.settings ?? DEFAULT_SETTINGS,
    machine: MACHINE.atFirst,
    pinned: given.pinned ?? null,
    press: () => {},
  };
  const told = {
    patch: vi.fn<(patch: SettingsPatch) => void>(),
    test: vi.fn(async () => given.test ?? true),
    testEnd: vi.fn(),
    breathe: vi.fn(async () => given.breathe ?? true),
    settings: vi.fn(),
    why: vi.fn(),
    close: vi.fn(),
    reader: vi.fn(async () => given.screenReader?.allowed ?? true),
    undo: vi.fn(),
  };
  const reader = { chosen: given.screenReader?.chosen ?? false };
  const locked = new Set(given.locked);
  const element = () => (
    <LockedContext.Provider value={locked}>
      <Welcome
        settings={page.stored}
        careRead={given.careRead ?? false}
        screenReader={{
          chosen: reader.chosen,
          choose: async () => {
            const allowed = await told.reader();
            reader.chosen = true;
            rerender(element());
            return allowed;
          },
          undo: () => {
            told.undo();
            reader.chosen = false;
            rerender(element());
          },
        }}
        pinPlace={given.pinPlace ?? 'chromium'}
        offered={given.offered ?? ['smallWindow', 'notification', 'icon']}
        notifications={{
          allowed: false,
          request: async () => false,
          remove: async () => false,
          ...given.notifications,
        }}
        notifyFirst={given.notifyFirst ?? false}
        machine={page.machine}
        pinned={page.pinned}
        onPatch={(patch) => {
          told.patch(patch);
          const result = withPatch(page.stored, patch);
          if (!result.ok) throw new Error(result.refusal.field);
          page.stored = result.settings;
          rerender(element());
        }}
        onTest={told.test}
        onTestEnd={told.testEnd}
        onPressed={(pressed) => {
          page.press = pressed;
          return () => {};
        }}
        onBreathe={told.breathe}
        onSettings={told.settings}
        onWhy={told.why}
        onClose={told.close}
      />
    </LockedContext.Provider>
  );
  const { rerender } = render(element());
  const judges = (machine: Machine) => {
    page.machine = machine;
    rerender(element());
  };
  const pins = (pinned: boolean) => {
    page.pinned = pinned;
    rerender(element());
  };
  return { page, told, judges, pins };
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(button(name));
  });
};
export const heading = () => screen.getByRole('heading', { level: 1 });
export const intervals = ({ stored }: { stored: Settings }) => [
  stored.rhythms.short?.intervalMinutes,
  stored.rhythms.long?.intervalMinutes,
];

/** From the first step to another one. */
export async function goTo(step: 'rhythm' | 'pin' | 'reminder'): Promise<void> {
  for (let presses = 1 + ['rhythm', 'pin', 'reminder'].indexOf(step); presses > 0; presses--)
    await press('Continue');
}
