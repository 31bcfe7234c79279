import { act, cleanup, renderHook } from '@testing-library/preact';
import { useEffect } from 'preact/hooks';
import { afterEach } from 'vitest';

// Files share a page, so each test leaves it empty.
afterEach(() => {
  // Preact ends effects some milliseconds after the unmount. Another effect that ends inside `act` ends them
  // all now, before the next test.
  renderHook(() => useEffect(() => () => undefined, []));
  act(cleanup);
  const { documentElement, head, body } = document;
  for (const { name } of [...documentElement.attributes]) documentElement.removeAttribute(name);
  for (const element of [...documentElement.children])
    if (element !== head && element !== body) element.remove();
  head.replaceChildren();
  body.replaceChildren();
});
