import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type BreakPreferences,
  PREFERENCES,
  type PreferencesPatch,
  withPreferencesPatch,
} from '../../core/breaks/preferences.ts';
import { parsed, type Refusal } from '../../core/records/envelope.ts';
import { type Settings, type SettingsPatch, withPatch } from '../../core/records/settings.ts';

/** The result of a change: saved, refused by the settings, or not answered. */
export type Saved = { ok: true } | { ok: false; refusal: Refusal | null };

export type Saving = SavingOf<Settings, SettingsPatch>;
export type GuideSaving = SavingOf<BreakPreferences, PreferencesPatch>;

interface SavingOf<T, Patch> {
  /** What is stored, with recent changes applied. */
  shown: T;
  /** Why a value was refused, by field. */
  refused: Readonly<Record<string, Refusal>>;
  status: 'untouched' | 'saved' | 'savedExcept' | 'notSaved';
  /** The field of the last change that was stored, refused or lost, and how many there were. */
  last: { field: string; times: number };
  /** Changes one field, and stores it once it is shown. `typed`: more may follow, so it is stored after a pause. */
  change: (field: string, patch: Patch, how?: 'typed') => void;
  /** Stores what is still waiting. */
  flush: () => void;
  /** Everything was replaced, so earlier refusals no longer matter. */
  forget: () => void;
}

interface SavingDeeds<Patch> {
  save: (patch: Patch) => Promise<Saved>;
  /** Resolves once the change is on the screen. */
  painted: () => Promise<void>;
}

interface Wish<Patch> {
  field: string;
  patch: Patch;
  /** `waiting` for more to be typed, or for the frame that shows it. */
  stage: 'waiting' | 'sent' | 'stored';
}

interface Outcome {
  is: 'untouched' | 'saved' | 'notSaved';
  field: string;
  times: number;
}

/** A typed number takes effect when it is complete: 5, on the way to 50, would remind at once. */
const REST_MS = 500;

type Laid<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
/** Applies a patch to what is stored, and checks it. */
type Lay<T, Patch> = (stored: T, patch: Patch) => Laid<T>;

const laySettings: Lay<Settings, SettingsPatch> = (stored, patch) => {
  const checked = withPatch(stored, patch);
  return checked.ok ? { ok: true, value: checked.settings } : checked;
};

const layGuide: Lay<BreakPreferences, PreferencesPatch> = (stored, patch) => {
  const checked = parsed(PREFERENCES.schema, withPreferencesPatch(stored, patch));
  if (checked.is === 'ok') return { ok: true, value: checked.value };
  return { ok: false, refusal: (checked as Extract<typeof checked, { is: 'damaged' }>).refusal };
};

export const useSaving = (stored: Settings, deeds: SavingDeeds<SettingsPatch>): Saving =>
  useSavingOf(stored, deeds, laySettings);

/** The same for how breaks look and sound. */
export const useGuideSaving = (
  stored: BreakPreferences,
  deeds: SavingDeeds<PreferencesPatch>,
): GuideSaving => useSavingOf(stored, deeds, layGuide);

/** Saves while the person types: each change at once or after a pause, never an invalid one. */
function useSavingOf<T, Patch>(
  stored: T,
  { save, painted }: SavingDeeds<Patch>,
  lay: Lay<T, Patch>,
): SavingOf<T, Patch> {
  const [wishes, setWishes] = useState<readonly Wish<Patch>[]>([]);
  const [refused, setRefused] = useState<Readonly<Record<string, Refusal>>>({});
  const [outcome, setOutcome] = useState<Outcome>({ is: 'untouched', field: '', times: 0 });
  const tell = (field: string, is: Outcome['is']) =>
    setOutcome(({ times }) => ({ is, field, times: times + 1 }));
  // The latest values, for events and timers.
  const now = useRef({
    stored,
    wishes,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });
  now.current.stored = stored;

  const laidOver = (value: T, { patch }: Wish<Patch>): T => {
    const result = lay(value, patch);
    return result.ok ? result.value : value;
  };
  const isIn = (wish: Wish<Patch>): boolean =>
    wish.stage === 'stored' &&
    JSON.stringify(laidOver(now.current.stored, wish)) === JSON.stringify(now.current.stored);

  function setAll(next: readonly Wish<Patch>[]) {
    now.current.wishes = next;
    setWishes(next);
  }
  const drop = (wish: Wish<Patch>) => setAll(now.current.wishes.filter((one) => one !== wish));

  function refuse(field: string, refusal: Refusal | null) {
    setRefused(({ [field]: _, ...others }) => (refusal ? { ...others, [field]: refusal } : others));
  }

  /** The answer and the reading of the new value would hold up the frame that shows the change. */
  async function sendOncePainted(wish: Wish<Patch>) {
    await painted();
    if (wish.stage === 'waiting' && now.current.wishes.includes(wish)) await send(wish);
  }

  async function send(wish: Wish<Patch>) {
    const checked = lay(now.current.stored, wish.patch);
    if (!checked.ok) {
      drop(wish);
      refuse(wish.field, checked.refusal);
      tell(wish.field, 'saved');
      return;
    }
    refuse(wish.field, null);
    wish.stage = 'sent';
    const saved = await save(wish.patch);
    tell(wish.field, saved.ok || saved.refusal ? 'saved' : 'notSaved');
    if (!saved.ok) {
      drop(wish);
      if (saved.refusal) refuse(wish.field, saved.refusal);
      return;
    }
    // It is shown until this page has read it from the store.
    wish.stage = 'stored';
    setAll(now.current.wishes.filter((one) => !isIn(one)));
  }

  function flush() {
    clearTimeout(now.current.timer);
    for (const wish of now.current.wishes) if (wish.stage === 'waiting') void send(wish);
  }

  // Something else is stored now: our change, or a newer one.
  const text = JSON.stringify(stored);
  useEffect(() => setAll(now.current.wishes.filter(({ stage }) => stage !== 'stored')), [text]);

  // If the page is closed at once, the last digit is still stored.
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    const leave = () => latest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const shown = useMemo(() => wishes.reduce(laidOver, stored), [wishes, stored]);
  return {
    shown,
    refused,
    status: outcome.is === 'saved' && Object.keys(refused).length > 0 ? 'savedExcept' : outcome.is,
    last: outcome,
    change(field, patch, how) {
      const wish: Wish<Patch> = { field, patch, stage: 'waiting' };
      const others = now.current.wishes.filter(
        (one) => one.field !== field || one.stage !== 'waiting',
      );
      setAll([...others, wish]);
      if (how !== 'typed') return void sendOncePainted(wish);
      clearTimeout(now.current.timer);
      now.current.timer = setTimeout(() => latest.current(), REST_MS);
    },
    flush,
    forget() {
      clearTimeout(now.current.timer);
      setAll([]);
      setRefused({});
    },
  };
}
