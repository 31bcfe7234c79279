import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Refusal, type Settings, type SettingsPatch, withPatch } from '../../core/settings.ts';

/** What became of a change: refused by the settings themselves, or not answered at all. */
export type Saved = { ok: true } | { ok: false; refusal: Refusal | null };

export interface Saving {
  /** The settings, with what was changed a moment ago laid over them. */
  shown: Settings;
  /** Why a value was not taken, by the field that it was typed into. */
  refused: Readonly<Record<string, Refusal>>;
  status: 'untouched' | 'saved' | 'savedExcept' | 'notSaved';
  /** A change of one field. `typed`: more may follow at once, so it is stored when it rests. */
  change: (field: string, patch: SettingsPatch, how?: 'typed') => void;
  /** Stores what still rests. */
  flush: () => void;
  /** Everything was replaced: what was refused is forgotten. */
  forget: () => void;
}

interface Wish {
  field: string;
  patch: SettingsPatch;
  stage: 'typed' | 'sent' | 'stored';
}

/** A number that is typed digit by digit takes effect when it is complete: 5 on the way to 50 would ask at once. */
const REST_MS = 500;

/** Saves as one types: each change at once or when it rests, a bad one never. */
export function useSaving(
  stored: Settings,
  save: (patch: SettingsPatch) => Promise<Saved>,
): Saving {
  const [wishes, setWishes] = useState<readonly Wish[]>([]);
  const [refused, setRefused] = useState<Readonly<Record<string, Refusal>>>({});
  const [outcome, setOutcome] = useState<'untouched' | 'saved' | 'notSaved'>('untouched');
  // What events and timers read: the latest of everything.
  const now = useRef({
    stored,
    wishes,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });
  now.current.stored = stored;

  function setAll(next: readonly Wish[]) {
    now.current.wishes = next;
    setWishes(next);
  }
  const drop = (wish: Wish) => setAll(now.current.wishes.filter((one) => one !== wish));

  function refuse(field: string, refusal: Refusal | null) {
    setRefused(({ [field]: _, ...others }) => (refusal ? { ...others, [field]: refusal } : others));
  }

  async function send(wish: Wish) {
    const checked = withPatch(now.current.stored, wish.patch);
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
    setAll(now.current.wishes.filter((one) => !isIn(one, now.current.stored)));
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
      const wish: Wish = { field, patch, stage: 'typed' };
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

function laidOver(settings: Settings, { patch }: Wish): Settings {
  const result = withPatch(settings, patch);
  return result.ok ? result.settings : settings;
}

const isIn = (wish: Wish, stored: Settings): boolean =>
  wish.stage === 'stored' && JSON.stringify(laidOver(stored, wish)) === JSON.stringify(stored);
