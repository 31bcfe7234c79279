import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../core/engine/ways.ts';
import {
  openDisplay,
  pictureOfDisplay,
  useOwnDisplay,
  type WindowManager,
} from '../../driver/display.ts';
import { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { until } from '../../driver/wait.ts';
import { isAbove, windowsNamed } from '../../driver/windows.ts';
import { typesWhile } from '../chromium/typing.ts';
import { end, startWatched } from '../sharedBrowser.ts';

/** Pictures of the reminder on each desktop, to be looked at. */
const PICTURES = fileURLToPath(new URL('../../../reports/desktops/', import.meta.url));
const DUE = { minutesAtScreen: 30.1 };

/** What a desktop does with a small window that does not ask for the keyboard. */
interface Desktop {
  manager: WindowManager;
  puts: 'in front' | 'behind';
  /** The page can tell that it is covered. */
  knows: boolean;
}

const DESKTOPS: Record<string, Desktop> = {
  openbox: { manager: ['openbox', '--sm-disable'], puts: 'behind', knows: true },
  Xfce: { manager: ['dbus', '--', 'xfwm4', '--compositor=off'], puts: 'behind', knows: true },
  metacity: { manager: ['dbus', '--', 'metacity', '--sm-disable'], puts: 'behind', knows: false },
  'GNOME on X11': {
    manager: ['dbus', '--', 'mutter', '--x11', '--sm-disable'],
    puts: 'behind',
    knows: false,
  },
  'KDE on X11': { manager: ['dbus', '--', 'kwin_x11'], puts: 'in front', knows: false },
};

/** Runs something in a browser on a desktop of its own. */
async function on(manager: WindowManager, work: (exhale: ExhaleInChromium) => Promise<void>) {
  // The usual one comes back afterwards.
  await useOwnDisplay({ managed: true });
  const usual = process.env.DISPLAY;
  const display = await openDisplay(manager);
  process.env.DISPLAY = display.name;
  const exhale = await startWatched(() => ExhaleInChromium.start());
  try {
    await work(exhale);
  } finally {
    await end(exhale);
    process.env.DISPLAY = usual;
    display.end();
  }
}

const machine = async (exhale: ExhaleInChromium) =>
  ((await exhale.raw()).machine as { value: Machine } | undefined)?.value;

describe.each(Object.entries(DESKTOPS))('on %s', (name, { manager, puts, knows }) => {
  it(`a small window opens ${puts}, and no letter is lost`, async () => {
    await on(manager, async (exhale) => {
      await typesWhile(exhale, async () => {
        await exhale.begin(DUE);
        const small = await until(
          'it is there',
          async () => (await windowsNamed('at the screen'))[0],
        );
        const [browser] = await windowsNamed('typing');
        expect(await isAbove(small.id, browser?.id ?? '')).toBe(puts === 'in front');
      });
      const judged = await until('it has judged itself', () => machine(exhale));
      expect(judged.fault).toBe(knows ? 'hidden' : null);
      // Nobody could see the window, so a tab behind replaces it.
      await expect.poll(async () => (await exhale.windows()).length).toBe(knows ? 1 : 2);
      await expect.poll(() => exhale.isOpen('prompt')).toBe(true);
      mkdirSync(PICTURES, { recursive: true });
      await pictureOfDisplay(`${PICTURES}${name.replaceAll(' ', '-')}.png`);
    });
  });
});
