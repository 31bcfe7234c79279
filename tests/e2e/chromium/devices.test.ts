import { describe } from 'vitest';
import { word } from '../../driver/words.ts';
import { sharesWithAnother } from '../otherComputer.ts';
import { it } from './it.ts';

describe('another computer of the person', () => {
  it('changes a setting here, and its break counts here', async ({ exhale }) => {
    await sharesWithAnother(exhale, async () => {
      const page = await exhale.browser.open(exhale.url('options.html#data'));
      return {
        text: () => page.text(),
        async share() {
          await exhale.browser.devtools.send('Target.activateTarget', { targetId: page.targetId });
          await page.click('switch', word('settings_share'));
        },
      };
    });
  });
});
