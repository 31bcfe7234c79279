/** A part of a JSON object: the value of a field, or an item of its long list. Neither is parsed yet. */
export interface Piece {
  key: string;
  /** Which item of the list; null for a whole value. */
  nth: number | null;
  text: string;
}

type Expects = 'object' | 'key' | 'value' | 'item' | 'nextKey' | 'nothing';

/** What can end a piece, or begin a string in it. */
const MARKS = /["{}[\],:]/g;
/** Within brackets only these count, and there are far fewer of them. */
const MARKS_INSIDE = /["{}[\]]/g;
const STRING_ENDS = /["\\]/g;

/**
 * Cuts the text of a JSON object into pieces while it is read, so that no file has to be held as a whole. The
 * field `list` is cut into its items. Whether each piece is JSON is seen when it is parsed.
 */
export class Pieces {
  /** Why the text was given up. */
  problem: 'notJson' | 'tooLarge' | null = null;

  private expects: Expects = 'object';
  /** What was read of the next piece. */
  private text = '';
  private depth = 0;
  private isInString = false;
  /** The string goes on with a character that a backslash protects. */
  private isEscaped = false;
  private key = '';
  private nth = 0;
  /** The object, or the list, has nothing yet, so it may end here. */
  private isFirst = true;

  constructor(
    private readonly list: string,
    /** The longest piece, in characters. */
    private readonly longest: number,
  ) {}

  /** The pieces that end in the next part of the text. */
  *take(chunk: string): Generator<Piece> {
    let from = 0;
    for (let at = this.nextMark(chunk, 0); at < chunk.length; at = this.nextMark(chunk, at + 1)) {
      const mark = chunk[at] as string;
      if (this.depth === 0 && this.ends(mark)) {
        this.text += chunk.slice(from, at);
        from = at + 1;
        const piece = this.next(mark);
        if (piece !== null) yield piece;
        if (this.problem !== null) return;
      } else if (mark === '{' || mark === '[') this.depth++;
      else if (mark === '}' || mark === ']') this.depth--;
    }
    this.text += chunk.slice(from);
    if (this.text.length > this.longest) this.problem = 'tooLarge';
  }

  /** The text is over. */
  end(): void {
    if (this.expects !== 'nothing' || this.text.trim() !== '') this.problem ??= 'notJson';
  }

  /** Where the next mark is that stands in no string; the length of the text if there is none. */
  private nextMark(chunk: string, from: number): number {
    let at = from;
    while (at < chunk.length) {
      if (this.isInString) at = this.endOfString(chunk, at);
      else {
        const marks = this.depth === 0 ? MARKS : MARKS_INSIDE;
        marks.lastIndex = at;
        const found = marks.exec(chunk);
        if (found === null) return chunk.length;
        if (found[0] !== '"') return found.index;
        this.isInString = true;
        at = found.index + 1;
      }
    }
    return at;
  }

  private endOfString(chunk: string, from: number): number {
    if (this.isEscaped) {
      this.isEscaped = false;
      return from + 1;
    }
    STRING_ENDS.lastIndex = from;
    const found = STRING_ENDS.exec(chunk);
    if (found === null) return chunk.length;
    if (found[0] === '"') this.isInString = false;
    else this.isEscaped = true;
    return found.index + 1;
  }

  /** Whether a mark outside of every bracket ends what is being read. */
  private ends(mark: string): boolean {
    switch (this.expects) {
      case 'object':
        return mark === '{';
      case 'key':
        return mark === ':' || mark === '}';
      case 'value':
        return mark === ',' || mark === '}' || (mark === '[' && this.key === this.list);
      case 'item':
        return mark === ',' || mark === ']';
      case 'nextKey':
        return mark === ',' || mark === '}';
      case 'nothing':
        return true;
    }
  }

  private next(mark: string): Piece | null {
    const text = this.text.trim();
    this.text = '';
    if (text.length > this.longest) return this.givesUp('tooLarge');
    switch (this.expects) {
      case 'object':
        return text === '' ? this.goesOn('key') : this.givesUp('notJson');
      case 'key':
        return mark === '}' ? this.closes(text) : this.named(text);
      case 'value':
        return mark === '[' ? this.opens(text) : this.valued(text, mark);
      case 'item':
        return this.itemed(text, mark);
      case 'nextKey':
        if (text !== '') return this.givesUp('notJson');
        return this.goesOn(mark === '}' ? 'nothing' : 'key', false);
      case 'nothing':
        return this.givesUp('notJson');
    }
  }

  private goesOn(expects: Expects, isFirst = true): null {
    this.expects = expects;
    this.isFirst = isFirst;
    return null;
  }

  private givesUp(problem: 'notJson' | 'tooLarge'): null {
    this.problem = problem;
    return null;
  }

  /** `{}`; a comma before the bracket is no JSON. */
  private closes(text: string): null {
    return text === '' && this.isFirst ? this.goesOn('nothing') : this.givesUp('notJson');
  }

  private named(text: string): null {
    try {
      this.key = JSON.parse(text);
    } catch {
      return this.givesUp('notJson');
    }
    return typeof this.key === 'string' ? this.goesOn('value') : this.givesUp('notJson');
  }

  private opens(text: string): null {
    this.nth = 0;
    return text === '' ? this.goesOn('item') : this.givesUp('notJson');
  }

  private valued(text: string, mark: string): Piece {
    this.goesOn(mark === '}' ? 'nothing' : 'key', false);
    return { key: this.key, nth: null, text };
  }

  private itemed(text: string, mark: string): Piece | null {
    const isEmpty = text === '' && this.isFirst && mark === ']';
    this.goesOn(mark === ']' ? 'nextKey' : 'item', false);
    return isEmpty ? null : { key: this.key, nth: this.nth++, text };
  }
}
