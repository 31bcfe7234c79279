export const CORNERS = ['bottomRight', 'bottomLeft', 'topRight', 'topLeft'] as const;
export type Corner = (typeof CORNERS)[number];

/** In px of the page in view. */
export type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;
export type Size = Record<'width' | 'height', number>;

/** Where somebody types: the field, and the caret in it where the browser tells. */
export interface Typing {
  field: Box;
  caret: Box | null;
}

export interface Place {
  view: Size;
  card: Size;
  typing: Typing | null;
  direction: 'ltr' | 'rtl';
  /** Where the card lies already: it moves only when it has to. */
  current: Corner | null;
}

/** As much room is left between the card and what is typed. */
const GAP_PX = 12;

/** From the edges of the page; less where there is little room. */
export const fromEdgePx = ({ width }: Size): number => (width < 480 ? 12 : 28);

/**
 * The corner for the card: below, and where reading ends, unless somebody types there. Beside the field if that can be;
 * else over the field but not over its caret; null when either would be covered.
 */
export function cornerFor({ view, card, typing, direction, current }: Place): Corner | null {
  const usual = CORNERS.toSorted((a, b) => distance(a, direction) - distance(b, direction));
  const corners = current === null ? usual : [current, ...usual];
  const free = (box: Box) =>
    corners.find((corner) => !overlap(boxAt(corner, view, card), box)) ?? null;
  if (typing === null) return corners[0] as Corner;
  return free(typing.field) ?? (typing.caret && free(typing.caret));
}

/** The order in which corners are tried. */
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

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP_PX &&
  b.left - GAP_PX < a.right &&
  a.top < b.bottom + GAP_PX &&
  b.top - GAP_PX < a.bottom;
