import { describe } from 'vitest';
import { cancelsAnImport, leavesAnImport } from '../cancelledImport.ts';
import { takesAMonth } from '../takenMonth.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

describe('a month of days', () => {
  it('is exported, deleted and imported again', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.open('options');
    await page.evaluate(() => {
      location.hash = 'data';
    });
    await takesAMonth(exhale, page);
  });

  it('stays as it is when a file that would replace it is cancelled half way', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.open('options');
    await page.evaluate(() => {
      location.hash = 'data';
    });
    await cancelsAnImport(exhale, page);
  });

  it('stays as it is when the page is left half way', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.open('options');
    await page.evaluate(() => {
      location.hash = 'data';
    });
    await leavesAnImport(exhale, page);
  });
});
