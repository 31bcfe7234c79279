import { Select } from '../components/kit/Select.tsx';
import styles from './Demo.module.css';
import { SAID } from './said.ts';

interface LanguageProps {
  language: string;
  languages: readonly string[];
  onLanguage: (language: string) => void;
}

/** The languages in which Exhale can be tried. The words around it stay English. */
export const Language = ({ language, languages, onLanguage }: LanguageProps) => (
  <p class={styles.language}>
    <label for="language">{SAID.language}</label>
    <Select
      id="language"
      options={languages.map((value) => ({ value, label: nameOf(value) }))}
      value={language}
      onChange={onLanguage}
    />
  </p>
);

/** The name of a language in itself. */
function nameOf(language: string): string {
  const tag = language.replace('_', '-');
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? language;
}
