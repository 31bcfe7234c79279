import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../setup/command.mjs';

const POPUP = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Empty</title></head>
  <body><div id="root"><span>0</span></div></body>
</html>
`;

/** An extension with the permissions of the one in `dist`, and nothing else: what Exhale is measured against. */
export function emptyExtension(dist: string): string {
  const { permissions, optional_permissions } = JSON.parse(
    readFileSync(join(dist, 'manifest.json'), 'utf8'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'exhale-empty-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    permissions,
    optional_permissions,
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), '// Listens to nothing.\n');
  writeFileSync(join(folder, 'popup.html'), POPUP);
  return folder;
}
