/**
 * Finds what is wrong with the text of a page. It runs inside the page, so it can't use anything from
 * outside.
 */
export interface Flaw {
  is: 'clipped' | 'outside' | 'spills' | 'overlaps' | 'scrolls';
  /** The element, by tags and classes. */
  at: string;
  text: string;
}

interface Line {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function flawsOfText(fits: boolean): Flaw[] {
  const flaws: Flaw[] = [];
  const root = document.documentElement;
  const found = (is: Flaw['is'], element: Element, text: string) => {
    const flaw = { is, at: nameOf(element), text: text.replace(/\s+/g, ' ').trim().slice(0, 90) };
    if (!flaws.some(({ is, at }) => is === flaw.is && at === flaw.at)) flaws.push(flaw);
  };

  const nameOf = (element: Element): string => {
    const short = (one: Element) =>
      `${one.tagName.toLowerCase()}${[...one.classList].map((name) => `.${name}`).join('')}`;
    const above = element.parentElement?.closest('[class]');
    return above ? `${short(above)} ${short(element)}` : short(element);
  };
  const parentOf = (element: Element): Element | null =>
    element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
  function* upFrom(element: Element): Generator<Element> {
    for (let one: Element | null = element; one !== null; one = parentOf(one)) yield one;
  }

  const isSeen = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      return false;
    let opacity = 1;
    for (const one of upFrom(element)) {
      const style = getComputedStyle(one);
      opacity *= Number(style.opacity);
      if (opacity < 0.05 || style.clipPath === 'inset(50%)') return false;
    }
    return true;
  };

  interface Words {
    element: Element;
    text: string;
    lines: Line[];
  }
  const all: Words[] = [];
  const gather = (tree: Node) => {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot) gather(node.shadowRoot);
        continue;
      }
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (
        element === null ||
        text.trim() === '' ||
        /^(STYLE|SCRIPT|OPTION|TITLE)$/.test(element.tagName)
      )
        continue;
      if (!isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(
        ({ width, height }) => width > 0 && height > 0,
      );
      all.push({ element, text, lines });
    }
  };
  gather(document.body);
  for (const host of root.children) if (host.shadowRoot) gather(host.shadowRoot);

  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const moves = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const isPainted = (style: CSSStyleDeclaration) =>
    Number.parseFloat(style.borderTopWidth) > 0 ||
    !/, 0\)$|\/ 0\)$|transparent/.test(style.backgroundColor);

  /**
   * How far a line may stick out, in pixels: for rounding, and because a letter's box is higher than its
   * line.
   */
  const SIDE = 1;
  const HEIGHT = 3;
  const sticksOut = (lines: Line[], box: Line, x: boolean, y: boolean) =>
    lines.some(
      (line) =>
        (x && (line.left < box.left - SIDE || line.right > box.right + SIDE)) ||
        (y && (line.top < box.top - HEIGHT || line.bottom > box.bottom + HEIGHT)),
    );

  /** Elements that hold a text and lay it out, from within. */
  const boxesAround = (element: Element) =>
    [...upFrom(element)]
      .filter((one) => one !== root && one !== document.body)
      .map((one) => ({ one, style: getComputedStyle(one) }))
      .filter(({ style }) => style.display !== 'inline' && style.display !== 'contents');

  const findSticking = ({ element, text, lines }: Words) => {
    let x = true;
    let y = true;
    let painted = false;
    for (const { one, style } of boxesAround(element)) {
      const box = one.getBoundingClientRect();
      if (style.textOverflow === 'ellipsis' && one === element && one.scrollWidth > one.clientWidth)
        found('clipped', element, text);
      if (sticksOut(lines, box, x && hides(style.overflowX), y && hides(style.overflowY)))
        found('clipped', element, text);
      x &&= !moves(style.overflowX);
      y &&= !moves(style.overflowY);
      if (!painted && isPainted(style)) {
        painted = true;
        if (sticksOut(lines, box, x, y)) found('spills', element, text);
      }
    }
    const view = { left: 0, right: root.clientWidth, top: 0, bottom: 0 };
    if (sticksOut(lines, view, x, false)) found('outside', element, text);
  };

  // Fields have no text nodes for what is typed or chosen.
  const pen = document.createElement('canvas').getContext('2d');
  const textIn = (field: HTMLInputElement | HTMLSelectElement): string | null => {
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
    const isText = /^(text|number|search|url)$/.test(field.type);
    return isText ? field.value || field.placeholder : null;
  };
  const findTooLong = (field: HTMLInputElement | HTMLSelectElement) => {
    const text = textIn(field);
    if (text === null || pen === null || !isSeen(field)) return;
    const style = getComputedStyle(field);
    pen.font = style.font;
    const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
    if (pen.measureText(text).width > field.clientWidth - padding + SIDE)
      found('clipped', field, text);
  };

  /** Whether one lies on something that covers the other. */
  const isCovered = (a: Element, b: Element) => {
    const covers = (from: Element, other: Element) => {
      let opaque = false;
      for (const one of upFrom(from)) {
        if (one.contains(other)) return false;
        const style = getComputedStyle(one);
        opaque ||= !/transparent|, 0\)$/.test(style.backgroundColor);
        if (opaque && (style.position !== 'static' || one.matches('dialog, [popover]')))
          return true;
      }
      return false;
    };
    return covers(a, b) || covers(b, a);
  };
  // The middle of the letters, because their boxes are higher than what is drawn.
  const core = ({ left, top, right, bottom }: Line): Line => {
    const inset = (bottom - top) * 0.2;
    return { left, right, top: top + inset, bottom: bottom - inset };
  };
  const APART = 2;
  const meet = (a: Line, b: Line) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > APART &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > APART;
  /** The lines that no box around them has scrolled out of view. */
  const inView = ({ element, lines }: Words) => {
    const boxes = boxesAround(element).filter(({ style }) => moves(style.overflowY));
    const rects = boxes.map(({ one }) => one.getBoundingClientRect());
    return lines.filter((line) =>
      rects.every(({ top, bottom }) => line.top >= top && line.bottom <= bottom),
    );
  };
  const findOverlaps = () => {
    const drawn = all.map((words) => ({ ...words, lines: inView(words).map(core) }));
    for (const [at, one] of drawn.entries())
      for (const other of drawn.slice(at + 1)) {
        const meets = one.lines.some((a) => other.lines.some((b) => meet(a, b)));
        if (meets && !isCovered(one.element, other.element))
          found('overlaps', one.element, `${one.text.trim().slice(0, 40)} / ${other.text}`);
      }
  };

  const findScrolling = () => {
    if (fits && root.scrollHeight > innerHeight)
      found('scrolls', document.body, `down: ${root.scrollHeight} px in ${innerHeight}`);
    if (root.scrollWidth <= root.clientWidth) return;
    const beyond = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return Math.max(-left, right - root.clientWidth);
    };
    const widest = [...document.body.querySelectorAll<HTMLElement>('*:not(svg *)')].reduce(
      (a, b) => (beyond(b) > beyond(a) ? b : a),
      document.body,
    );
    found('scrolls', widest, `sideways: ${root.scrollWidth} px in ${root.clientWidth}`);
  };

  for (const words of all) findSticking(words);
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input, select',
  ))
    findTooLong(field);
  findOverlaps();
  findScrolling();
  return flaws;
}
