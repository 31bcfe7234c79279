import { describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../core/records/stored.ts';
import { send } from '../../shell/messages.ts';
import { giveBrowser } from '../browserInTests.ts';
import { begins } from '../entrypoints/background/stories.ts';
import { browser, meanwhile, useBackground } from './withBackground.ts';

interface PageApi {
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
}

useBackground();

describe('telling the background', () => {
  it('has no answer if none can come', async () => {
    const reply = await send({ type: 'skip' });
    expect(reply).toEqual({ ok: false, failed: 'noAnswer' });
  });

  it('waits two seconds for a worker that hangs, and then says so', async () => {
    await begins(browser);
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    browser.dies = { atCall: 1, effect: 'before' };
    const reply = send({ type: 'skip' });
    await browser.settle();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reply).toEqual({ ok: false, failed: 'noAnswer' });
  });

  it('reaches the next background if the one that was about to stop has lost the message', async () => {
    await begins(browser);
    const page = browser.pageApi('options.html') as PageApi;
    const { sendMessage } = page.runtime;
    page.runtime.sendMessage = vi.fn(sendMessage).mockImplementationOnce(async () => {
      throw new Error('Promised response from onMessage listener went out of scope');
    });
    giveBrowser(page);
    expect(await meanwhile(send({ type: 'pause' }))).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).pause).toMatchObject({ is: 'open' });
  });

  it('takes the answer of a worker that had to be started', async () => {
    await begins(browser);
    browser.kills();
    expect(await meanwhile(send({ type: 'pause' }))).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).pause).toMatchObject({ is: 'open' });
  });
});
