// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Menu } from '../../../entrypoints/popup/Menu.tsx';
import { MenuItem } from '../../../entrypoints/popup/MenuItem.tsx';

const chosen = vi.fn();
beforeEach(() => {
  render(
    <>
      <Menu label="Pause" title="Ask nothing" side="above">
        {(close) => (
          <>
            <MenuItem onPress={() => [close(), chosen('30')]}>for 30 min</MenuItem>
            <MenuItem onPress={() => [close(), chosen('open')]}>until I resume</MenuItem>
          </>
        )}
      </Menu>
      <button type="button">elsewhere</button>
    </>,
  );
});
afterEach(() => {
  cleanup();
  chosen.mockReset();
});

const toggle = () => screen.getByRole('button', { name: 'Pause' });
const panel = () => screen.queryByRole('group', { name: 'Ask nothing' });
const item = (name: string) => screen.getByRole('button', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });

describe('a panel that opens', () => {
  it('is shut at first, and says so', () => {
    expect(panel()).toBeNull();
    expect(toggle().getAttribute('aria-expanded')).toBe('false');
  });

  it('opens and shuts by its button', () => {
    fireEvent.click(toggle());
    expect(panel()?.id).toBe(toggle().getAttribute('aria-controls'));
    fireEvent.click(toggle());
    expect(panel()).toBeNull();
  });

  it('shuts when something is chosen, and gives the focus back', () => {
    fireEvent.click(toggle());
    fireEvent.click(item('for 30 min'));
    expect(chosen).toHaveBeenCalledExactlyOnceWith('30');
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(toggle());
  });

  it('is walked through by the arrow keys, round and round', () => {
    fireEvent.click(toggle());
    toggle().focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(item('for 30 min'));
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(toggle());
    press('ArrowUp');
    expect(document.activeElement).toBe(item('until I resume'));
  });

  it('shuts by Esc without shutting what lies around it', () => {
    const around = vi.fn();
    document.addEventListener('keydown', around);
    fireEvent.click(toggle());
    item('for 30 min').focus();
    press('Escape');
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(toggle());
    expect(around).not.toHaveBeenCalled();
    press('Escape');
    expect(around).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', around);
  });

  it('shuts when the pointer or the focus goes elsewhere', () => {
    fireEvent.click(toggle());
    fireEvent.pointerDown(item('elsewhere'));
    expect(panel()).toBeNull();
    fireEvent.click(toggle());
    fireEvent.focusOut(item('for 30 min'), { relatedTarget: item('elsewhere') });
    expect(panel()).toBeNull();
  });
});
