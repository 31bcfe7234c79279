import { describe, expect, it } from 'vitest';
import { begun } from '../../../core/trial/trial.ts';
import { changeTrial, loadTrial } from '../../../shell/storage/trialRecord.ts';
import { useBackground } from '../withBackground.ts';
import { usePageWithDays } from './pageWithDays.ts';
import { A_TRIAL, emptied, filled, previewOf, take } from './profile.ts';

useBackground();
usePageWithDays();

describe('an import', () => {
  it('leaves a trial that was begun here, unless everything is replaced', async () => {
    const { file } = await filled();
    await emptied();
    const mine = { current: begun(1) };
    await changeTrial(() => mine);
    const preview = await previewOf(file);
    expect(preview.newTrial).toBe(false);
    await take(preview);
    expect((await loadTrial()).value).toEqual(mine);
    await take(await previewOf(file), { replaces: true });
    expect((await loadTrial()).value).toEqual({ current: A_TRIAL });
  });
});
