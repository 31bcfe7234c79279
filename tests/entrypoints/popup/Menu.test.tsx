// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Menu } from '../../../entrypoints/popup/Menu.tsx';
import { MenuItem } from '../../../entrypoints/popup/MenuItem.tsx';

const chosen = vi.fn();
beforeEach(() => {
  render(
    <>
      <Menu label="Pause" title="Pause reminders" side="above" holds="list">
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
const panel = () => screen.queryByRole('menu', { name: 'Pause reminders' });
const item = (name: string) => screen.getByRole('menuitem', { name });
const elsewhere = () => screen.getByRole('button', { name: 'elsewhere' });
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });

describe('a list that opens', () => {
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

  it('takes the focus, and is walked through by the keys of a menu', () => {
    fireEvent.click(toggle());
    expect(document.activeElement).toBe(item('for 30 min'));
    press('ArrowDown');
    expect(document.activeElement).toBe(item('until I resume'));
    press('ArrowDown');
    expect(document.activeElement).toBe(item('for 30 min'));
    press('ArrowUp');
    expect(document.activeElement).toBe(item('until I resume'));
    press('Home');
    expect(document.activeElement).toBe(item('for 30 min'));
    press('End');
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
    fireEvent.pointerDown(elsewhere());
    expect(panel()).toBeNull();
    fireEvent.click(toggle());
    fireEvent.focusOut(item('for 30 min'), { relatedTarget: elsewhere() });
    expect(panel()).toBeNull();
  });
});

describe('a panel that opens', () => {
  const how = () => screen.getByRole('button', { name: 'Length' });
  beforeEach(() => {
    render(
      <Menu label="Length" title="Length" side="below" holds="panel" look="primary">
        {() => <input aria-label="minutes" />}
      </Menu>,
    );
    how().focus();
    fireEvent.click(how());
  });

  it('keeps the focus and the arrow keys for its controls', () => {
    expect(document.activeElement).toBe(how());
    const minutes = screen.getByLabelText('minutes');
    minutes.focus();
    expect(press('ArrowDown')).toBe(true);
    expect(document.activeElement).toBe(minutes);
  });

  it('shuts by Esc', () => {
    screen.getByLabelText('minutes').focus();
    press('Escape');
    expect(screen.queryByRole('group', { name: 'Length' })).toBeNull();
    expect(document.activeElement).toBe(how());
  });
});
