// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyScheme } from '../../../components/applyScheme.ts';
import { Button } from '../../../components/kit/Button.tsx';
import { Chip } from '../../../components/kit/Chip.tsx';
import { Choice } from '../../../components/kit/Choice.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { Slider } from '../../../components/kit/Slider.tsx';
import { TimeField } from '../../../components/kit/TimeField.tsx';
import { Toggle } from '../../../components/kit/Toggle.tsx';
import { speakEnglish } from '../inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

describe('a field', () => {
  it('names its control, and describes it by its hint', () => {
    render(
      <Field label="Hold back" hint="In full screen">
        {(names) => <Toggle {...names} on onChange={() => {}} />}
      </Field>,
    );
    const control = screen.getByRole('switch', { name: 'Hold back' });
    expect(control.getAttribute('aria-checked')).toBe('true');
    const note = document.getElementById(control.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('In full screen');
  });

  it('shows a refusal in the hint’s place, and marks the control', () => {
    render(
      <Field label="Rest" hint="A hint" error="At least 1 min">
        {(names) => <TimeField {...names} value="09:00" onChange={() => {}} />}
      </Field>,
    );
    expect(screen.queryByText('A hint')).toBeNull();
    const control = screen.getByLabelText('Rest');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    const note = document.getElementById(control.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('At least 1 min');
  });
});

describe('a switch', () => {
  it('tells the other state when it is pressed', () => {
    const onChange = vi.fn();
    render(<Toggle label="Bell" on={false} onChange={onChange} />);
    fireEvent.click(screen.getByRole('switch', { name: 'Bell' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  });
});

describe('a button', () => {
  it('reads its detail with its name', () => {
    render(<Button detail="1 min">Breathe</Button>);
    expect(screen.getByRole('button').textContent).toBe('Breathe·1 min');
    expect(screen.getByText('·').getAttribute('aria-hidden')).toBe('true');
  });

  it('says whether its content is open', () => {
    const { rerender } = render(<Button unfolds={false}>More</Button>);
    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('false');
    rerender(<Button unfolds>More</Button>);
    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('a choice', () => {
  const options = [
    { value: 'a', label: 'Longer breath out', hint: '4 seconds in, 6 out' },
    { value: 'b', label: 'Even' },
  ] as const;

  it.each([
    ['as rows', Choice],
    ['side by side', Segmented],
  ] as const)('is a group of radio buttons, %s', (_, Group) => {
    const onChange = vi.fn();
    render(<Group label="Pattern" options={options} value="a" onChange={onChange} />);
    expect(screen.getByRole('radiogroup', { name: 'Pattern' })).toBeTruthy();
    const chosen = screen.getByRole<HTMLInputElement>('radio', { name: 'Longer breath out' });
    expect(chosen.checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Even' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('b');
  });

  it('may have nothing chosen yet', () => {
    render(<Choice label="Pattern" options={options} value={null} onChange={() => {}} />);
    expect(document.querySelectorAll('input:checked')).toHaveLength(0);
  });
});

describe('a chip', () => {
  it('says its full name and whether it is chosen', () => {
    const onChange = vi.fn();
    render(
      <Chip chosen label="Monday" onChange={onChange}>
        Mon
      </Chip>,
    );
    const chip = screen.getByRole('button', { name: 'Monday', pressed: true });
    fireEvent.click(chip);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('a slider', () => {
  it('tells each movement, and its end apart', () => {
    const onChange = vi.fn();
    const onSettle = vi.fn();
    render(
      <Slider
        label="Loudness"
        value={20}
        min={0}
        max={40}
        onChange={onChange}
        onSettle={onSettle}
      />,
    );
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Loudness' });
    fireEvent.input(slider, { target: { value: '30' } });
    expect(onChange).toHaveBeenCalledExactlyOnceWith(30);
    expect(onSettle).not.toHaveBeenCalled();
    fireEvent.change(slider, { target: { value: '30' } });
    expect(onSettle).toHaveBeenCalledExactlyOnceWith(30);
  });
});

describe('a time', () => {
  const field = (value: string, ends: boolean, onChange: (value: string) => void) => {
    render(<TimeField label="Time" value={value} ends={ends} onChange={onChange} />);
    return screen.getByLabelText<HTMLInputElement>('Time');
  };

  it('is passed on when it is whole', () => {
    const onChange = vi.fn();
    const input = field('09:00', false, onChange);
    fireEvent.input(input, { target: { value: '' } });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.input(input, { target: { value: '08:30' } });
    expect(onChange).toHaveBeenCalledExactlyOnceWith('08:30');
  });

  it('of midnight is the end of the day where a span ends, and its beginning where one begins', () => {
    const ends = vi.fn();
    fireEvent.input(field('18:00', true, ends), { target: { value: '00:00' } });
    expect(ends).toHaveBeenCalledWith('24:00');
    cleanup();
    expect(field('24:00', true, ends).value).toBe('00:00');
    cleanup();
    const begins = vi.fn();
    fireEvent.input(field('09:00', false, begins), { target: { value: '00:00' } });
    expect(begins).toHaveBeenCalledWith('00:00');
  });
});

describe('a chosen scheme and motion', () => {
  it('override those of the system, and can be removed', () => {
    const root = document.createElement('html');
    applyScheme({ scheme: 'dark', motion: 'reduced' }, root);
    expect({ ...root.dataset }).toEqual({ scheme: 'dark', motion: 'reduced' });
    applyScheme({ scheme: 'system', motion: 'system' }, root);
    expect({ ...root.dataset }).toEqual({});
  });
});
