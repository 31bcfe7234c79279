import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';

/** Exhale as it was built, but what a person may allow is allowed: nobody is there to be asked. */
export function attackedBuild(dist: string): string {
  const folder = temporaryFolder('attacked');
  cpSync(dist, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { optional_host_permissions, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  const permissions = [...manifest.permissions, 'scripting'];
  const allowed = { ...manifest, permissions, host_permissions: optional_host_permissions };
  writeFileSync(file, JSON.stringify(allowed));
  return folder;
}

/** An extension that does nothing but send what it is told to send. */
export function strangeExtension(): string {
  const folder = temporaryFolder('stranger');
  const manifest = { manifest_version: 3, name: 'Stranger', version: '1' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Stranger</title>A stranger');
  return folder;
}
