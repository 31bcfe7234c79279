import { describe } from 'vitest';
import { cancelsAnImport, leavesAnImport } from '../cancelledImport.ts';
import { takesAMonth } from '../takenMonth.ts';
import { it } from './it.ts';

describe('a month of days', () => {
  it('is exported, deleted and imported again', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.browser.open(exhale.url('options.html#data'));
    // It gives what was awaited, too.
    await takesAMonth(exhale, page as Parameters<typeof takesAMonth>[1]);
  });

  it('stays as it is when a file that would replace it is cancelled half way', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.browser.open(exhale.url('options.html#data'));
    await cancelsAnImport(exhale, page as Parameters<typeof cancelsAnImport>[1]);
  });

  it('stays as it is when the page is left half way', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.browser.open(exhale.url('options.html#data'));
    await leavesAnImport(exhale, page as Parameters<typeof leavesAnImport>[1]);
  });
});
