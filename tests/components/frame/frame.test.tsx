// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Frame } from '../../../components/frame/Frame.tsx';
import { ownUrl } from '../../../shell/addresses.ts';
import { speakEnglish } from '../inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const pages = () => within(screen.getByRole('navigation', { name: 'Pages of Exhale' }));

describe('the frame of the pages to read', () => {
  it('leads from each page to all of them, in the same tab, and marks the one that is open', () => {
    render(<Frame page="days">Today</Frame>);
    const links = pages().getAllByRole('link') as HTMLAnchorElement[];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Settings', ownUrl('/options.html')],
      ['Your days', ownUrl('/days.html')],
      ['Why this may help', ownUrl('/why.html')],
      ['The evidence', ownUrl('/evidence.html')],
    ]);
    expect(links.map((link) => link.getAttribute('target'))).toEqual([null, null, null, null]);
    expect(links.filter((link) => link.getAttribute('aria-current') === 'page')).toEqual([
      pages().getByRole('link', { name: 'Your days' }),
    ]);
  });

  it('has one main part with its title, and no list of sections if there are none', () => {
    render(<Frame page="why">Text</Frame>);
    const main = screen.getByRole('main');
    expect(within(main).getByRole('heading', { level: 1 }).textContent).toBe('Why this may help');
    expect(main.textContent).toContain('Text');
    expect(screen.queryByRole('navigation', { name: 'On this page' })).toBeNull();
  });

  it('lists the sections of a page, and marks the one in view', () => {
    const sections = [
      { id: 'schedule', title: 'Schedule' },
      { id: 'breaks', title: 'Breaks' },
    ];
    render(
      <Frame page="settings" sections={sections} section="breaks">
        Rows
      </Frame>,
    );
    const list = within(screen.getByRole('navigation', { name: 'On this page' }));
    const links = list.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#schedule', '#breaks']);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'true']);
  });

  it('lets the keyboard skip the links, first of all, and leaves the address as it is', () => {
    location.hash = '#breaks';
    render(<Frame page="settings">Rows</Frame>);
    const skip = screen.getByRole('button', { name: 'Skip to the content' });
    expect(document.querySelector('a, button')).toBe(skip);
    fireEvent.click(skip);
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(location.hash).toBe('#breaks');
  });
});
