import type { Box, Typing } from './corner.ts';

/** Where someone types in this page: positions only, never the text. */
export function typingIn(page: Document): Typing | null {
  const focused = deepest(page.activeElement);
  if (focused === null) return null;
  if (focused.matches('iframe, frame')) return typingInFrame(focused as HTMLIFrameElement);
  if (isEditable(focused)) {
    const field = boxOf(editingHost(focused));
    return { field, caret: caretIn(page) };
  }
  return focused.matches(TYPED_INTO) ? { field: boxOf(focused), caret: null } : null;
}

const TYPED_INTO = [
  'textarea',
  ...['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'].reduce(
    ([input], type) => [`${input}:not([type="${type}" i])`],
    ['input'],
  ),
  ...['textbox', 'searchbox', 'combobox'].map((role) => `[role="${role}"]`),
].join(',');

/** The focused element, also inside an open shadow root. */
function deepest(element: Element | null): Element | null {
  const within = element?.shadowRoot?.activeElement;
  return within ? deepest(within) : element;
}

/** The inside of another site's frame can't be seen, so all of it may be a field. */
function typingInFrame(frame: HTMLIFrameElement): Typing | null {
  const box = boxOf(frame);
  const page = frame.contentDocument;
  if (page === null) return { field: box, caret: null };
  const typing = typingIn(page);
  const inView = ({ left, top, right, bottom }: Box): Box => ({
    left: left + box.left,
    top: top + box.top,
    right: right + box.left,
    bottom: bottom + box.top,
  });
  return typing && { field: inView(typing.field), caret: typing.caret && inView(typing.caret) };
}

const isEditable = (element: Element): element is HTMLElement =>
  (element as Partial<HTMLElement>).isContentEditable === true;

function editingHost(element: Element): Element {
  const { parentElement } = element;
  return parentElement !== null && isEditable(parentElement) ? editingHost(parentElement) : element;
}

function caretIn(page: Document): Box | null {
  const selection = page.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node) return null;
  const range = page.createRange();
  range.setStart(node, selection.focusOffset);
  // In an empty line, the caret has no box.
  const [box] = range.getClientRects();
  if (box) return boxOf(box);
  const line = node.childNodes[selection.focusOffset] ?? node;
  return line.nodeType === Node.ELEMENT_NODE ? boxOf(line as Element) : null;
}

function boxOf(lies: Element | DOMRect): Box {
  const { left, top, right, bottom } = 'left' in lies ? lies : lies.getBoundingClientRect();
  return { left, top, right, bottom };
}
