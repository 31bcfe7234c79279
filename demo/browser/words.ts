import { isPageWord } from '../../shell/words/pageWords.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}
export type Messages = Record<string, Message>;

/** The messages of one language, as a browser gives them. */
export class Words {
  constructor(
    readonly language: string,
    private readonly messages: Messages,
    private readonly english: Messages,
  ) {}

  getMessage(key: string, gaps: string | string[] = []): string {
    const { message = '', placeholders = {} } = this.messages[key] ?? this.english[key] ?? {};
    const filled = [gaps].flat();
    return message
      .replace(/\$(\w+)\$/g, (_, name: string) => placeholders[name.toLowerCase()]?.content ?? '')
      .replace(/\$([$\d])/g, (_, nth) => (nth === '$' ? '$' : (filled[Number(nth) - 1] ?? '')));
  }

  /** What a page to read loads besides. All words are here already, so only those that are missing are named. */
  pageWords() {
    const inEnglish = Object.keys(this.english).filter(
      (key) => isPageWord(key) && !Object.hasOwn(this.messages, key),
    );
    return { default: {}, inEnglish };
  }
}
