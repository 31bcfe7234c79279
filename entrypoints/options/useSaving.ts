import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type BreakPreferences,
  PREFERENCES,
  type PreferencesPatch,
  withPreferencesPatch,
} from '../../core/breaks/preferences.ts';
import { parsed, type Refusal } from '../../core/records/envelope.ts';
import { type Settings, type SettingsPatch, withPatch } from '../../core/records/settings.ts';

/** What became of a change: refused by the settings themselves, or not answered at all. */
export type Saved = { ok: true } | { ok: false; refusal: Refusal | null };

export type Saving = SavingOf<Settings, SettingsPatch>;
export type GuideSaving = SavingOf<BreakPreferences, PreferencesPatch>;

interface SavingOf<T, Patch> {
  /** What is stored, with what was changed a moment ago laid over it. */
  shown: T;
  /** Why a value was not taken, by the field that it was typed into. */
  refused: Readonly<Record<string, Refusal>>;
  status: 'untouched' | 'saved' | 'savedExcept' | 'notSaved';
  /** A change of one field. `typed`: more may follow at once, so it is stored when it rests. */
  change: (field: string, patch: Patch, how?: 'typed') => void;
  /** Stores what still rests. */
  flush: () => void;
  /** Everything was replaced: what was refused is forgotten. */
  forget: () => void;
}

interface Wish<Patch> {
  field: string;
  patch: Patch;
  stage: 'typed' | 'sent' | 'stored';
}

/** A number that is typed digit by digit takes effect when it is complete: 5 on the way to 50 would ask at once. */
const REST_MS = 500;

type Laid<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
/** A patch laid over what is stored, checked. */
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

export const useSaving = (
  stored: Settings,
  save: (patch: SettingsPatch) => Promise<Saved>,
): Saving => useSavingOf(stored, save, laySettings);

/** The same for how breaks look, sound and are filled. */
export const useGuideSaving = (
  stored: BreakPreferences,
  save: (patch: PreferencesPatch) => Promise<Saved>,
): GuideSaving => useSavingOf(stored, save, layGuide);

/** Saves as one types: each change at once or when it rests, a bad one never. */
function useSavingOf<T, Patch>(
  stored: T,
  save: (patch: Patch) => Promise<Saved>,
  lay: Lay<T, Patch>,
): SavingOf<T, Patch> {
  const [wishes, setWishes] = useState<readonly Wish<Patch>[]>([]);
  const [refused, setRefused] = useState<Readonly<Record<string, Refusal>>>({});
  const [outcome, setOutcome] = useState<'untouched' | 'saved' | 'notSaved'>('untouched');
  // What events and timers read: the latest of everything.
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

  async function send(wish: Wish<Patch>) {
    const checked = lay(now.current.stored, wish.patch);
    if (!checked.ok) {
      drop(wish);
      refuse(wish.field, checked.refusal);
      setOutcome('saved');
      return;
    }
    refuse(wish.field, null);
    wish.stage = 'sent';
    const saved = await save(wish.patch);
    setOutcome(saved.ok || saved.refusal ? 'saved' : 'notSaved');
    if (!saved.ok) {
      drop(wish);
      if (saved.refusal) refuse(wish.field, saved.refusal);
      return;
    }
    // It is shown until what is stored has come to this page as well.
    wish.stage = 'stored';
    setAll(now.current.wishes.filter((one) => !isIn(one)));
  }

  function flush() {
    clearTimeout(now.current.timer);
    for (const wish of now.current.wishes) if (wish.stage === 'typed') void send(wish);
  }

  // Something else is stored now: ours has arrived, or another has taken its place.
  const text = JSON.stringify(stored);
  useEffect(() => setAll(now.current.wishes.filter(({ stage }) => stage !== 'stored')), [text]);

  // Whoever closes the page at once keeps the last digit, too.
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
    status: outcome === 'saved' && Object.keys(refused).length > 0 ? 'savedExcept' : outcome,
    change(field, patch, how) {
      const wish: Wish<Patch> = { field, patch, stage: 'typed' };
      const others = now.current.wishes.filter(
        (one) => one.field !== field || one.stage !== 'typed',
      );
      setAll([...others, wish]);
      if (how !== 'typed') return void send(wish);
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
