import { vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import messages from '../../public/_locales/en/messages.json';

type Message = { message: string; placeholders?: Record<string, { content: string }> };

/** Makes `t` speak English, with placeholders filled as browsers do. */
export function speakEnglish(): void {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, gaps?: unknown) => {
    const found = (messages as Record<string, Message>)[key];
    const filled = [gaps ?? []].flat().map(String);
    return (found?.message ?? '').replace(/\$(\w+)\$/g, (_, name: string) =>
      (found?.placeholders?.[name.toLowerCase()]?.content ?? '').replace(
        /\$(\d)/g,
        (_whole, nth: string) => filled[Number(nth) - 1] ?? '',
      ),
    );
  });
}
