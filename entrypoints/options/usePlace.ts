import { createContext } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { own } from '../../core/own.ts';
import { t } from '../../shell/words/t.ts';

/** The sections, in the order in which people think of them. */
export const PARTS = ['schedule', 'breaks', 'reminders', 'sound', 'data', 'about'] as const;
export type PartId = (typeof PARTS)[number];
const isPart = (id: string | undefined): id is PartId => PARTS.includes(id as never);

/** Addresses from the time when the page was one long list. */
const FORMER: Record<string, PartId> = {
  rhythm: 'schedule',
  breathing: 'breaks',
  ask: 'reminders',
};

export interface Place {
  part: PartId;
  /** The sections of which everything is shown. */
  open: ReadonlySet<PartId>;
  onMore: (part: PartId) => void;
}
export const PlaceContext = createContext<Place>({
  part: 'schedule',
  open: new Set(),
  onMore: () => {},
});

interface Wish {
  element: HTMLElement;
  /** A row's control gets the focus, a section's heading otherwise. */
  control: boolean;
}

/** Which section is in view. It follows the address, so that links, back and forward work. */
export function usePlace(onArrive: () => void) {
  const [part, setPart] = useState<PartId>('schedule');
  const [open, setOpen] = useState<ReadonlySet<PartId>>(new Set());
  const wish = useRef<Wish | null>(null);
  // Counts the wishes, since the place may be the same twice.
  const [, arrive] = useState(0);

  function go(element: HTMLElement, control: boolean) {
    const next = element.closest<HTMLElement>('[data-part]')?.id;
    if (!isPart(next)) return;
    onArrive();
    wish.current = { element, control };
    setPart(next);
    if (element.closest('[data-more]')) setOpen((before) => new Set([...before, next]));
    arrive((times) => times + 1);
  }

  // Before the first section is painted.
  useLayoutEffect(() => {
    const follow = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      const element = document.getElementById(own(FORMER, id) ?? id);
      if (element) go(element, false);
      // Back to the address without a section.
      else if (id === '') setPart('schedule');
    };
    if (location.hash !== '') follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    document.title = [t(`settings_part_${part}`), t('settings_title'), t('extName')].join(' · ');
  }, [part]);

  // Once what was hidden is in view.
  useLayoutEffect(() => {
    if (wish.current === null || wish.current.element.closest('[hidden]')) return;
    const { element, control } = wish.current;
    wish.current = null;
    if (control) return showRow(element);
    const heading = document.getElementById(`${element.id}-title`);
    (heading ?? element.closest('[data-part]')?.querySelector('h2'))?.focus({
      preventScroll: true,
    });
    if (isPart(element.id)) window.scrollTo(0, 0);
    else element.scrollIntoView();
  });

  const place: Place = {
    part,
    open,
    onMore: (id) =>
      setOpen((before) => new Set(before.has(id) ? without(before, id) : [...before, id])),
  };
  return {
    place,
    goToRow(row: HTMLElement) {
      const next = row.closest<HTMLElement>('[data-part]')?.id;
      // An entry in the history, without the event that follows an address.
      if (next !== part) history.pushState(null, '', `#${next}`);
      go(row, true);
    },
  };
}

const without = (parts: ReadonlySet<PartId>, id: PartId) => [...parts].filter((one) => one !== id);

/** Focuses the control of a row: of a choice, what is chosen. */
function showRow(row: HTMLElement) {
  const control =
    row.querySelector<HTMLElement>('input:checked') ??
    row.querySelector<HTMLElement>('input:not([hidden]), select, textarea, button, a[href]');
  row.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
  // Starts its animation again if it is the same row.
  row.removeAttribute('data-found');
  void row.offsetWidth;
  row.setAttribute('data-found', '');
}
