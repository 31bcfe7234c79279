import { describe, expect, it } from 'vitest';
import { textOf } from '../code.ts';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
}
const { packages } = JSON.parse(textOf('package-lock.json')) as {
  packages: Record<string, Locked>;
};
/** The entry without a name is Exhale itself. */
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('a package in the lock file', () => {
  it('has a checksum, also if only another system installs it', () => {
    const unchecked = locked.filter(
      ([, { integrity, link }]) => !link && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    const advice = 'npm view NAME@VERSION dist.integrity has it';
    expect(unchecked.map(([path, { version }]) => `${path}@${version}: ${advice}`)).toEqual([]);
  });

  it('names no registry, and comes from nowhere else', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
