export const CORNERS = ['bottomRight', 'bottomLeft', 'topRight', 'topLeft'] as const;
export type Corner = (typeof CORNERS)[number];

/** In px of the viewport. */
export type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;
export type Size = Record<'width' | 'height', number>;

/** Where someone types: the field, and the caret in it if the browser tells. */
export interface Typing {
  field: Box;
  caret: Box | null;
}

export interface Place {
  view: Size;
  card: Size;
  typing: Typing | null;
  direction: 'ltr' | 'rtl';
  /** The card's current corner. It moves only when it has to. */
  current: Corner | null;
}

/** Room left between the card and the field or caret. */
const GAP_PX = 12;

/** Distance from the edges of the page; less on a narrow one. */
export const fromEdgePx = ({ width }: Size): number => (width < 480 ? 12 : 28);

/**
 * The corner for the card: at the bottom, where lines end, unless someone types there. It avoids the field if
 * it can, otherwise at least the caret; null if it would cover both.
 */
export function cornerFor({ view, card, typing, direction, current }: Place): Corner | null {
  const usual = CORNERS.toSorted((a, b) => distance(a, direction) - distance(b, direction));
  const corners = current === null ? usual : [current, ...usual];
  const free = (box: Box) =>
    corners.find((corner) => !overlap(boxAt(corner, view, card), box)) ?? null;
  if (typing === null) return corners[0] as Corner;
  return free(typing.field) ?? (typing.caret && free(typing.caret));
}

/** Corners are tried in this order. */
const distance = (corner: Corner, direction: Place['direction']): number => {
  const end = direction === 'rtl' ? 'Left' : 'Right';
  return (corner.startsWith('top') ? 2 : 0) + (corner.endsWith(end) ? 0 : 1);
};

function boxAt(corner: Corner, view: Size, { width, height }: Size): Box {
  const edge = fromEdgePx(view);
  const left = corner.endsWith('Left') ? edge : view.width - edge - width;
  const top = corner.startsWith('top') ? edge : view.height - edge - height;
  return { left, top, right: left + width, bottom: top + height };
}

/** The page's scroll bars, which the view may or may not include. */
const SCROLL_BAR_PX = 24;

/** Whether a card lies where its corner is. */
export function standsIn(corner: Corner, view: Size, card: Box & Size): boolean {
  const box = boxAt(corner, view, card);
  const near = (a: number, b: number) => Math.abs(a - b) <= SCROLL_BAR_PX;
  return near(box.left, card.left) && near(box.top, card.top);
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP_PX &&
  b.left - GAP_PX < a.right &&
  a.top < b.bottom + GAP_PX &&
  b.top - GAP_PX < a.bottom;
