import { Section } from '../../../components/kit/Section.tsx';
import { t } from '../../../shell/words/t.ts';
import type { GuideSaving, Saving } from '../useSaving.ts';
import { OwnPatterns } from './OwnPatterns.tsx';
import { PaceRow } from './PaceRow.tsx';
import { PatternAbout } from './PatternAbout.tsx';
import { PatternChoice } from './PatternChoice.tsx';

interface BreathingSectionProps {
  saving: Saving;
  guiding: GuideSaving;
}

/** The breathing patterns: which one, how fast, and own ones. */
export function BreathingSection({ saving, guiding }: BreathingSectionProps) {
  const { pattern, motion } = saving.shown;
  const preferences = guiding.shown;
  return (
    <Section
      id="breathing"
      title={t('settings_breathing_title')}
      hint={t('settings_breathing_hint')}
    >
      <PatternChoice
        chosen={pattern}
        preferences={preferences}
        onChoose={(next, isRead) => {
          saving.change('pattern', { pattern: next });
          if (isRead && !preferences.careRead.holds)
            guiding.change('careRead.holds', { careRead: { holds: true } });
        }}
      />
      <PatternAbout id={pattern} preferences={preferences} />
      <PaceRow id={pattern} guiding={guiding} />
      <OwnPatterns
        guiding={guiding}
        motion={motion}
        onRemoved={(id) => {
          if (id === pattern) saving.change('pattern', { pattern: 'longExhale' });
        }}
      />
    </Section>
  );
}
