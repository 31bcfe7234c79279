import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, withPatch } from '../../../core/records/settings.ts';
import { wholePatch, withoutSites } from '../../../core/simulate/withoutSites.ts';
import { withSettings } from '../atNine.ts';

const SITES = ['bank.example.org'];

describe('settings without sites', () => {
  it('have none, and all else as it was', () => {
    const settings = { callSites: SITES, quietSites: SITES, restMinutes: 7 };
    expect(withoutSites(settings)).toEqual({ callSites: [], quietSites: [], restMinutes: 7 });
  });

  it('name no list of sites that they did not name', () => {
    expect(withoutSites({ quietSites: SITES })).toEqual({ quietSites: [] });
  });

  it.each([null, 7, 'bank.example.org'])('are left if they are no settings: %j', (nothing) => {
    expect(withoutSites(nothing)).toBe(nothing);
    expect(wholePatch(nothing, DEFAULT_SETTINGS)).toBe(nothing);
  });
});

describe('a patch from some settings to others', () => {
  const OWN = { on: true, intervalMinutes: 20, breakSeconds: 30, kind: 'eyes' };
  const before = withSettings({ rhythms: { mine: OWN }, restMinutes: 9 });

  it('leads there, rhythms included, but without sites', () => {
    const after = withSettings({
      rhythms: { short: { intervalMinutes: 40 } },
      holdBack: { call: false },
      quietSites: SITES,
    });
    const patched = withPatch(before, wholePatch(after, before));
    expect(patched).toEqual({ ok: true, settings: { ...after, quietSites: [] } });
  });

  it('has the defaults for what an older Exhale did not know', () => {
    expect(wholePatch({ holdBack: { call: false } }, before)).toEqual({
      ...DEFAULT_SETTINGS,
      holdBack: { ...DEFAULT_SETTINGS.holdBack, call: false },
    });
  });

  it('leaves rhythms and moments that are none as they are, to be refused', () => {
    expect(wholePatch({ rhythms: 7, holdBack: 'x' }, before)).toMatchObject({
      rhythms: 7,
      holdBack: 'x',
    });
  });
});
