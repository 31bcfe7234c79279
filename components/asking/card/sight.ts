import { type Corner, standsIn } from './corner.ts';

/** Shorter is too short to be read, and a press then was meant for the page. */
const IN_SIGHT_MS = 500;
const BETWEEN_LOOKS_MS = 250;
/** The shortest that the browser allows. */
const OBSERVED_AFTER_MS = 100;

/** Parts of the width and height at which nothing else may be hit. */
const GRID = [0.1, 0.5, 0.9];

/** `fresh`: in sight, but not for long enough. */
export type Seen = 'seen' | 'fresh' | 'unseen';

interface Watched {
  host: HTMLElement;
  shadow: ShadowRoot;
  root: HTMLElement;
  corner: () => Corner | null;
  signal: AbortSignal;
}

export interface Sight {
  /** Whether it can be seen and pressed now. `press`: where it was pressed, if by a pointer. */
  isClear(press?: Point | null): boolean;
  /** Whether the person can have seen what they press. */
  judge(press: Point | null): Seen;
  /** It is somewhere else now. */
  moved(): void;
}

interface Point {
  x: number;
  y: number;
}

/** The place of a press by a pointer; null if it came from the keyboard or from assistive technology. */
export const placeOf = (event: Event): Point | null =>
  event instanceof PointerEvent && event.pointerType !== ''
    ? { x: event.clientX, y: event.clientY }
    : null;

/**
 * Watches whether the card can be seen. A page can't reach into it, but can move, cover, fade and scale the element
 * it is in, so that someone presses what they don't see.
 */
export function watchSight({ host, shadow, root, corner, signal }: Watched): Sight {
  const { parentNode } = host;
  /** Since when it has been in sight; null while it is not. */
  let sinceMs: number | null = null;
  /** Whether a look has shown anything yet. */
  let looked = false;
  let wasLost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function note(inSight: boolean, atMs: number): void {
    wasLost ||= !inSight && sinceMs !== null;
    sinceMs = inSight ? (sinceMs ?? atMs) : null;
    looked = true;
  }

  function isHit({ x, y }: Point): boolean {
    const within = shadow.elementFromPoint(x, y);
    return document.elementFromPoint(x, y) === host && within !== null && root.contains(within);
  }

  function isClear(press: Point | null = null): boolean {
    const box = root.getBoundingClientRect();
    const { left, top, width, height } = box;
    const at = corner();
    return (
      host.parentNode === parentNode &&
      // In the top layer, no style of the page reaches it.
      host.matches(':popover-open') &&
      (host.currentCSSZoom ?? 1) === 1 &&
      root.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      at !== null &&
      standsIn(at, { width: innerWidth, height: innerHeight }, box) &&
      GRID.every((x) => GRID.every((y) => isHit({ x: left + x * width, y: top + y * height }))) &&
      (press === null || isHit(press)) &&
      !isInTransition()
    );
  }

  function judge(press: Point | null): Seen {
    if (!isClear(press)) return 'unseen';
    if (sinceMs === null) return looked ? 'unseen' : 'fresh';
    if (performance.now() - sinceMs >= IN_SIGHT_MS) return 'seen';
    return wasLost ? 'unseen' : 'fresh';
  }

  function lookAgain(): void {
    timer = setTimeout(() => {
      note(isClear(), performance.now());
      lookAgain();
    }, BETWEEN_LOOKS_MS);
  }

  const moved = () => {
    if (sinceMs !== null) sinceMs = performance.now();
  };

  document.addEventListener('visibilitychange', moved, { signal });
  if (!observe(root, note, signal)) {
    note(true, performance.now());
    lookAgain();
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  return { isClear, judge, moved };
}

/** Pictures of the page lie over everything then, the top layer included. */
function isInTransition(): boolean {
  try {
    return document.documentElement.matches(':active-view-transition');
  } catch {
    // The browser doesn't know these transitions.
    return false;
  }
}

/**
 * Chromium tells when something covers an element, even if that lets clicks through. False in a browser that does
 * not.
 */
function observe(
  root: HTMLElement,
  note: (inSight: boolean, atMs: number) => void,
  signal: AbortSignal,
): boolean {
  if (!('trackVisibility' in IntersectionObserver.prototype)) return false;
  const options: object = { trackVisibility: true, delay: OBSERVED_AFTER_MS };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries)
      note((entry as { isVisible?: boolean }).isVisible === true, entry.time);
  }, options);
  observer.observe(root);
  signal.addEventListener('abort', () => observer.disconnect());
  return true;
}
