import { isOneOf } from '../../shell/sites.ts';
import { t } from '../../shell/words/t.ts';
import { MenuItem } from './MenuItem.tsx';
import { useLockedSettings } from './useLockedSettings.ts';
import { useSiteInView } from './useSiteInView.ts';

interface SiteChoiceProps {
  quietSites: readonly string[];
  onChange: (quietSites: string[]) => void;
  /** Opens the settings, where the browser can be asked. Here, its question would close the popup. */
  onAllow: () => void;
}

/** Turns breaks off or on for the site in view. */
export function SiteChoice({ quietSites, onChange, onAllow }: SiteChoiceProps) {
  const inView = useSiteInView();
  const locked = useLockedSettings();
  if (inView === null || locked === null || Object.hasOwn(locked, 'quietSites')) return null;
  if (inView.is === 'notAllowed')
    return <MenuItem onPress={onAllow}>{t('popup_quiet_allow')}</MenuItem>;

  const { site } = inView;
  const others = quietSites.filter((one) => !isOneOf([one], site));
  if (others.length === quietSites.length)
    return (
      <MenuItem onPress={() => onChange([site, ...quietSites])}>{t('popup_quiet', site)}</MenuItem>
    );
  // If several entries cover this site, name the widest: removing it brings breaks back on all of it.
  const [widest = site] = quietSites
    .filter((one) => !others.includes(one))
    .sort((a, b) => a.length - b.length);
  return <MenuItem onPress={() => onChange(others)}>{t('popup_quiet_end', widest)}</MenuItem>;
}
