import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';

const page = (body: string, head = '') => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Empty</title>${head}</head>
  <body>${body}</body>
</html>
`;

const sending = (message: string) => `document.querySelector('button').onclick = () =>
  chrome.runtime.sendMessage('${message}');
`;

/** A window like the reminder's. */
const WINDOW = "{ url: 'prompt.html', type: 'popup', focused: false, width: 400, height: 208 }";

/** The least code for each thing that the bench measures of Exhale. */
const FILES: Record<string, string> = {
  'background.js': `
chrome.runtime.onStartup.addListener(() => {});
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === 'window') void chrome.windows.create(${WINDOW});
});
chrome.runtime.onMessage.addListener((message, { tab }, answer) => {
  if (message.type) answer({ ok: true });
  if (message === 'break') void chrome.tabs.create({ url: 'box.html' });
  if (message === 'later') {
    void chrome.tabs.remove(tab.id);
    void chrome.action
      .setIcon({ path: { 16: '/icon/tide-0-16.png', 32: '/icon/tide-0-32.png' } })
      .then(() => chrome.storage.session.set({ painted: { icon: 'tide-0', atMs: Date.now() } }));
  }
});
`,
  'popup.html': page('<p>0</p>'),
  'breathe.html': page('<button>Breathe</button>', '<script defer src="breathe.js"></script>'),
  'breathe.js': sending('break'),
  'prompt.html': page(
    '<button elementtiming="seen">Later</button>',
    '<script defer src="prompt.js"></script>',
  ),
  'prompt.js': sending('later'),
  'box.html': page('<div></div>', '<link rel="stylesheet" href="box.css">'),
  'box.css': `div { width: 100px; height: 100px; background: teal; animation: grow 5s infinite alternate; }
@keyframes grow { from { transform: scale(0.5); } }
`,
  'options.html': page('<label><input type="checkbox"> On</label>'),
};

/** An extension with the permissions and icons of the one in `dist`, and little else. */
export function emptyExtension(dist: string): string {
  const { permissions, optional_permissions } = JSON.parse(
    readFileSync(join(dist, 'manifest.json'), 'utf8'),
  );
  const folder = temporaryFolder('empty');
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    permissions,
    optional_permissions,
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  cpSync(join(dist, 'icon'), join(folder, 'icon'), { recursive: true });
  return folder;
}
