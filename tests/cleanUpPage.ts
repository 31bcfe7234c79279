import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

// Files share a page, so each test leaves it empty.
afterEach(() => {
  cleanup();
  const { documentElement, head, body } = document;
  for (const { name } of [...documentElement.attributes]) documentElement.removeAttribute(name);
  for (const element of [...documentElement.children])
    if (element !== head && element !== body) element.remove();
  head.replaceChildren();
  body.replaceChildren();
});
