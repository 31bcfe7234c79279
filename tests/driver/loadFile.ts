import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './page.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { until } from './wait.ts';

/** Loads a file into the settings, and waits for the message about it. */
export async function loadFile(page: Page, text: string): Promise<string> {
  const file = join(temporaryFolder('settings'), 'settings.json');
  writeFileSync(file, text);
  const nodeId = await until('a file can be chosen', () => chooser(page));
  const before = await told(page);
  await page.send('DOM.setFileInputFiles', { nodeId, files: [file] });
  return until('something is said about it', async () => {
    const now = await told(page);
    return now !== before && now;
  });
}

/** The node of the page’s file input; 0 until it is drawn. */
async function chooser(page: Page): Promise<number> {
  const { root } = await page.send('DOM.getDocument', { depth: 0 });
  const query = { nodeId: root.nodeId, selector: 'input[type=file]' };
  return (await page.send('DOM.querySelector', query)).nodeId;
}

const told = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('#data [role=status]')?.textContent ?? '');
