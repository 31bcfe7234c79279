// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sounds } from '../../components/sounds.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { Break, type BreakProps } from '../../entrypoints/break/Break.tsx';
import type { RunningBreak } from '../../entrypoints/break/useStage.ts';
import { speakEnglish } from './inEnglish.ts';
import { pageClock, setHidden } from './pageClock.ts';

let clock: ReturnType<typeof pageClock>;
let told: string[];

beforeEach(() => {
  speakEnglish();
  clock = pageClock();
  told = [];
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

const LONG_EXHALE = { kind: 'breathing', pattern: 'longExhale' } as const;
const STILLNESS = { kind: 'stillness', pattern: null } as const;

function begun(
  how: Pick<RunningBreak, 'kind' | 'pattern'> = LONG_EXHALE,
  { seconds = 60, secondsAgo = 0 } = {},
): RunningBreak {
  const startedAtMs = Date.now() - secondsAgo * 1000;
  return { ...how, seconds, startedAtMs, endsAtMs: startedAtMs + (3 + seconds) * 1000 };
}

interface Opened {
  brk?: RunningBreak | null;
  settings?: Partial<Settings>;
  firstEver?: boolean;
}

/** The page with a small background behind it: it forgets a break that ended or was left. */
function open({ brk = begun(), settings = {}, firstEver = false }: Opened = {}) {
  const sounds: Sounds = {
    ring: (times) => told.push(`ring ${times}`),
    glide: (from, to) => told.push(to > from ? 'tone up' : 'tone down'),
    hush: () => {},
    setHidden: (hidden) => told.push(hidden ? 'fade' : 'sound'),
    close: () => {},
  };
  let forget: () => void = () => {};
  function Page() {
    const [running, setRunning] = useState(brk);
    const [first, setFirst] = useState(firstEver);
    const [sound, setSound] = useState(settings.sound ?? DEFAULT_SETTINGS.sound);
    forget = () => setRunning(null);
    const tell = (what: string) => told.push(what);
    const props: BreakProps = {
      brk: running,
      settings: { ...DEFAULT_SETTINGS, ...settings, sound },
      firstEver: first,
      firstTime: false,
      nowMs: clock.nowMs,
      onLeave: () => {
        tell('leave');
        setRunning(null);
      },
      onFinish: () => {
        tell('finish');
        setRunning(null);
      },
      onBack: () => tell('back'),
      onBegin: () => {
        tell('begin');
        setRunning(begun());
      },
      onCareRead: () => {
        tell('care read');
        setFirst(false);
        setRunning((now) => now && begun(now));
      },
      onSetSound: (patch) => setSound({ ...sound, ...patch }),
      openSounds: () => sounds,
    };
    return <Break {...props} />;
  }
  render(<Page />);
  return { forget: () => act(() => forget()) };
}

const line = () => document.querySelector('[role="status"] [data-now="true"]')?.textContent;
const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });
const release = (key: string) => fireEvent.keyUp(document.body, { key });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const told_ = () => told.filter((what) => !/^(sound|fade)$/.test(what));

describe('a breathing break', () => {
  it('settles for three seconds before the first breath', () => {
    open();
    clock.pass(1);
    expect(line()).toBe('Sit or stand as you are. Eyes open or closed.');
    clock.pass(2);
    expect(line()).toBe('In through the nose, small and soft.');
    clock.pass(4);
    expect(line()).toBe('Out slowly, a little longer than in.');
  });

  it('moves by the clock of its start, whenever the page is loaded', () => {
    open({ brk: begun(LONG_EXHALE, { secondsAgo: 30 }) });
    clock.pass(0.1);
    const disc = clock.animated.find(({ frames }) => frames[0]?.transform === 'scale(0.34)');
    expect(disc?.options).toMatchObject({ duration: 10_000, iterations: 6 });
    expect(performance.now() - Number(disc?.startTime)).toBeCloseTo(27_100, -3);
    expect(line()).toBe('Less air is fine. Nothing to fill.');
  });

  it('is set right again when it comes back into view', () => {
    open();
    clock.pass(0.1);
    const [disc] = clock.animated;
    const beganAt = Number(disc?.startTime);
    // The machine slept: the wall's clock went on, the page's own stood.
    vi.setSystemTime(Date.now() + 20_000);
    setHidden(false);
    expect(beganAt - Number(disc?.startTime)).toBeCloseTo(20_000, -2);
    clock.pass(0.1);
    expect(line()).toBe('In. Out. The guide keeps the time for you.');
  });

  it('is no wider than small and soft', () => {
    open();
    expect(screen.getByText('small and soft')).toBeTruthy();
  });

  it('has no pace when the breath is only noticed', () => {
    open({ brk: begun({ kind: 'breathing', pattern: 'noticing' }) });
    clock.pass(4);
    expect(line()).toBe('Breathe as you already do.');
    expect(screen.queryByText('small and soft')).toBeNull();
    expect(screen.queryByText('Breathe in')).toBeNull();
  });

  it('holds still when asked, while the words go on', () => {
    open();
    clock.pass(5);
    fireEvent.click(button('Hold still'));
    const paused = clock.animated.filter(({ state }) => state === 'paused');
    expect(paused).toHaveLength(3);
    expect(paused[0]?.currentTime).toBe(2000);
    expect(button('Hold still').getAttribute('aria-pressed')).toBe('true');
    clock.pass(3);
    expect(line()).toBe('Out slowly, a little longer than in.');
  });

  it('lights lines instead of swelling when motion is reduced', () => {
    open({ settings: { motion: 'reduced' } });
    expect(clock.animated.some(({ frames }) => /^scale\(/.test(String(frames[0]?.transform)))).toBe(
      false,
    );
    expect(clock.animated.filter(({ frames }) => frames[0]?.opacity === 0.14)).toHaveLength(13);
  });

  it('tells screen readers each phase only when that is chosen', () => {
    open({ settings: { announcePhases: true } });
    const heard = () => screen.getAllByRole('status').map((region) => region.textContent);
    expect(heard()).toContain('');
    clock.pass(3.1);
    expect(heard()).toContain('Breathe in');
    clock.pass(4);
    expect(heard()).toContain('Breathe out');
    cleanup();
    open();
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('is silent until sound is chosen, then rises and falls with the breath', () => {
    open();
    clock.pass(4);
    expect(told).toEqual([]);
    fireEvent.click(button('Sound: off'));
    clock.pass(10);
    expect(told_()).toEqual(['tone up', 'tone down', 'tone up']);
    expect(button('Sound: on')).toBeTruthy();
  });

  it('fades its sound while it is out of view', () => {
    open({ settings: { sound: { bell: true, breathing: true, loudness: 20 } } });
    clock.pass(4);
    setHidden(true);
    expect(told.at(-1)).toBe('fade');
    setHidden(false);
    expect(told.at(-1)).toBe('sound');
  });

  it('tells its state in the title and takes the focus to its heading', () => {
    open();
    expect(document.title).toBe('Breathing · Exhale');
    expect(document.activeElement?.textContent).toBe('A breathing break');
  });
});

describe('the end of a break', () => {
  it('says one sentence with its strength, and goes back after twelve seconds', () => {
    open({ brk: begun({ kind: 'breathing', pattern: 'cyclicSighing' }) });
    clock.pass(64);
    expect(told).toEqual(['finish']);
    expect(document.title).toBe('Done · Exhale');
    expect(screen.getByText(/long sighing breaths lifted mood/)).toBeTruthy();
    expect(screen.getByText('early')).toBeTruthy();
    clock.pass(10);
    expect(told).toEqual(['finish']);
    clock.pass(3);
    expect(told).toEqual(['finish', 'back']);
  });

  it('waits twelve seconds from the last input', () => {
    open();
    clock.pass(72);
    press('a');
    clock.pass(9);
    expect(told).toEqual(['finish']);
    clock.pass(4);
    expect(told).toEqual(['finish', 'back']);
  });

  it('stays for whoever wants to stay', () => {
    open();
    clock.pass(64);
    fireEvent.click(button('Stay a little'));
    clock.pass(600);
    expect(told).toEqual(['finish']);
    expect(screen.queryByText('Stay a little')).toBeNull();
    fireEvent.click(button(/Back to your page/));
    clock.pass(1);
    expect(told).toEqual(['finish', 'back']);
  });

  it('goes back by Enter, but only there', () => {
    open();
    clock.pass(10);
    press('Enter');
    release('Enter');
    expect(told).toEqual([]);
    clock.pass(54);
    press('Enter');
    clock.pass(1);
    expect(told).toEqual(['finish', 'back']);
  });

  it('does not go back while nobody can see it', () => {
    open();
    clock.pass(64);
    setHidden(true);
    clock.pass(600);
    expect(told).toEqual(['finish']);
    setHidden(false);
    clock.pass(13);
    expect(told).toEqual(['finish', 'back']);
  });

  it('is found by a page that is opened when the time is over', () => {
    open({ brk: begun(LONG_EXHALE, { secondsAgo: 500 }) });
    clock.pass(0.1);
    expect(told).toEqual(['finish']);
    expect(button(/Back to your page/)).toBeTruthy();
  });
});

describe('leaving', () => {
  it('goes back at once before half of it', () => {
    open();
    clock.pass(20);
    press('Escape');
    expect(told).toEqual(['leave']);
    clock.pass(0.3);
    expect(told).toEqual(['leave', 'back']);
  });

  it('after half of it counts, says so for a moment, and needs no second key', () => {
    open();
    clock.pass(40);
    fireEvent.click(button(/Leave/));
    clock.pass(0.1);
    expect(screen.getByText('Part of a break is a break, too.')).toBeTruthy();
    clock.pass(5);
    expect(told).toEqual(['leave', 'back']);
  });

  it('says what a break was that was ended elsewhere', () => {
    const page = open();
    clock.pass(40);
    page.forget();
    expect(screen.getByText('Part of a break is a break, too.')).toBeTruthy();
    clock.pass(60);
    expect(told).toEqual(['back']);
  });

  it('goes back at once when a break was ended elsewhere before half of it', () => {
    const page = open();
    clock.pass(10);
    page.forget();
    clock.pass(1);
    expect(told).toEqual(['back']);
  });

  it('closes the safety words first', () => {
    open();
    clock.pass(5);
    fireEvent.click(button('Take care'));
    expect(screen.getByText(/Exhale is not a medical device/)).toBeTruthy();
    press('Escape');
    release('Escape');
    expect(told).toEqual([]);
    fireEvent.click(button('Close'));
    expect(screen.queryByText(/Exhale is not a medical device/)).toBeNull();
    press('Escape');
    expect(told).toEqual(['leave']);
  });

  it('is not done by a key that was already held when the page opened', () => {
    open();
    clock.pass(0.1);
    press('Escape');
    clock.pass(1);
    press('Escape', { repeat: true });
    press('Escape');
    expect(told).toEqual([]);
    release('Escape');
    press('Escape');
    expect(told).toEqual(['leave']);
  });
});

describe('stillness', () => {
  const still = (seconds = 60) => begun(STILLNESS, { seconds });
  const night = () =>
    clock.animated.filter(({ frames, state }) => frames[0]?.opacity === 0 && state === 'running');

  it('says that the screen goes dark, and darkens in ten seconds', () => {
    open({ brk: still(100) });
    expect(screen.getByText('The screen goes dark now. Esc brings you back.')).toBeTruthy();
    expect(night()[0]?.frames).toMatchObject([
      { offset: 0, opacity: 0 },
      { offset: 0.1, opacity: 1 },
      { offset: 1, opacity: 1 },
    ]);
  });

  it('rings once at its beginning and twice at its end, then stays dark for a while', () => {
    open({ brk: still() });
    clock.pass(4);
    expect(line()).toBe('Close your eyes. A bell will tell you when it is over.');
    expect(told_()).toEqual(['ring 1']);
    clock.pass(59.1);
    expect(told_()).toEqual(['ring 1', 'finish', 'ring 2']);
    clock.pass(10);
    expect(document.title).toBe('Stillness · Exhale');
    clock.pass(1);
    expect(document.title).toBe('Done · Exhale');
    expect(screen.getByText('For a little while, nothing asked you for anything.')).toBeTruthy();
  });

  it('ends its last silence at any touch', () => {
    open({ brk: still() });
    clock.pass(64);
    press(' ');
    expect(document.title).toBe('Done · Exhale');
  });

  it('has the bell’s switch right there; without it light tells the end', () => {
    open({ brk: still(100) });
    clock.pass(4);
    fireEvent.click(button('Bell: on'));
    expect(line()).toBe('Rest your eyes on one spot.');
    expect(night().at(-1)?.frames).toMatchObject([
      { offset: 0, opacity: 0 },
      { offset: 0.1, opacity: 1 },
      { offset: 0.9, opacity: 1 },
      { offset: 1, opacity: 0 },
    ]);
    clock.pass(99.1);
    expect(told_()).toEqual(['ring 1', 'finish']);
    expect(document.title).toBe('Done · Exhale');
  });

  it('gives a short break a third of itself for the darkening', () => {
    open({ brk: still(15) });
    expect(night()[0]?.frames[1]?.offset).toBeCloseTo(1 / 3);
  });

  it('puts its controls away until somebody touches something', () => {
    open({ brk: still() });
    const faded = () => screen.getByRole('navigation').dataset.faded;
    clock.pass(8);
    expect(faded()).toBe('false');
    clock.pass(2);
    expect(faded()).toBe('true');
    press('Shift');
    expect(faded()).toBe('false');
    clock.pass(3.5);
    expect(faded()).toBe('true');
  });
});

describe('the very first break', () => {
  it('shows the safety words before it begins', () => {
    open({ firstEver: true });
    clock.pass(30);
    expect(document.title).toBe('Before you begin · Exhale');
    expect(screen.getByText(/small breaths are enough/)).toBeTruthy();
    expect(clock.animated).toEqual([]);
    fireEvent.click(button('I have read this, begin'));
    expect(told).toEqual(['care read']);
    expect(document.title).toBe('Breathing · Exhale');
    clock.pass(1);
    expect(line()).toBe('Sit or stand as you are. Eyes open or closed.');
  });

  it('begins anew for whoever read for longer than the break lasts', () => {
    const page = open({ firstEver: true });
    clock.pass(70);
    page.forget();
    expect(document.title).toBe('Before you begin · Exhale');
    fireEvent.click(button('I have read this, begin'));
    expect(told).toEqual(['care read', 'begin']);
    clock.pass(4);
    expect(line()).toBe('In through the nose, small and soft.');
  });

  it('can be left before it begins', () => {
    open({ firstEver: true });
    clock.pass(1);
    press('Escape');
    clock.pass(1);
    expect(told).toEqual(['leave', 'back']);
  });
});

describe('a page without a break', () => {
  it('says so, with a way back and a way to begin', () => {
    open({ brk: null });
    expect(document.title).toBe('No break · Exhale');
    expect(screen.getByText('No break is running')).toBeTruthy();
    fireEvent.click(button('Begin a break'));
    expect(told).toEqual(['begin']);
    expect(document.title).toBe('Breathing · Exhale');
  });

  it('goes back by Enter or Escape', () => {
    open({ brk: null });
    clock.pass(1);
    press('Enter');
    clock.pass(1);
    expect(told).toEqual(['back']);
  });
});
