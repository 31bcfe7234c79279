import { describe } from 'vitest';
import { sharesWithAnother } from '../otherComputer.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

describe('another computer of the person', () => {
  it('changes a setting here, and its break counts here', async ({ exhale }) => {
    await sharesWithAnother(exhale, async () => {
      const page = await exhale.open('options');
      await page.evaluate(() => {
        location.hash = 'data';
      });
      return {
        text: () => page.text(),
        async share() {
          await page.show();
          await page.click('#data [role=switch]');
        },
      };
    });
  });
});
