/** The tests in real browsers with the built extension. */
import { ensureSystem } from './system.mjs';
import { runVitest } from './vitest.mjs';

/** The projects of vitest.config.ts, and the browser of each. */
export const PROJECTS = {
  chromium: 'chromium',
  firefox: 'firefox',
  slow: 'chromium',
  slowFirefox: 'firefox',
};

/** For the reminder on other desktops. */
const DESKTOPS = ['dbus', 'xfwm4', 'metacity', 'mutter', 'kwin'];

/**
 * Runs the tests whose names have all the words. With `headed`, the browsers open on the person's own
 * display, one after the other.
 */
export async function endToEnd({ projects, words = [], headed = false, ...wish }) {
  const browsers = new Set(projects.map((project) => PROJECTS[project]));
  const rest = projects.includes('slow') ? [...DESKTOPS, 'speech'] : [];
  const tools = ['Xvfb', 'openbox', 'xdotool', 'xprop', 'import', 'display'];
  await ensureSystem([...browsers, ...tools, ...rest]);
  return runVitest({
    projects,
    reporter: 'verbose',
    args: words.length > 0 ? ['-t', patternOf(words)] : [],
    env: headed ? { EXHALE_HEADED: '1' } : {},
    ...wish,
  });
}

/** Matches a name that has all the words, in any order and case. */
export const patternOf = (words) =>
  words
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .map((word) => word.replace(/[a-z]/gi, (l) => `[${l.toLowerCase()}${l.toUpperCase()}]`))
    .map((word) => `(?=.*${word})`)
    .join('');
