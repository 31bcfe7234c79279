import type { Readable, Writable } from 'node:stream';

// biome-ignore lint/suspicious/noExplicitAny: the protocol's own shapes, each known where it is read
export type Answer = any;

const PATIENCE_SECONDS = 60;
const CLOSED = { error: { message: 'the browser has closed' } };

interface Heard {
  id?: number;
  method?: string;
  params?: Answer;
  sessionId?: string;
  result?: Answer;
  error?: { message: string };
}

/**
 * The DevTools protocol over a pipe. Libraries attach to all pages and workers, which changes them: a worker
 * with a debugger never dies, and full screen of an element stays in its tab. This attaches to nothing by
 * itself.
 */
export class DevTools {
  private latest = 0;
  private closed = false;
  private readonly waiting = new Map<number, (heard: Heard) => void>();
  private readonly listeners = new Set<(heard: Heard) => void>();

  constructor(
    private readonly orders: Writable,
    answers: Readable,
  ) {
    // The browser closed before it got the order. The pending answers report that.
    orders.on('error', () => undefined);
    let rest = '';
    answers.setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.hear(JSON.parse(message));
    });
    answers.on('close', () => {
      this.closed = true;
      for (const answer of this.waiting.values()) answer(CLOSED);
      this.waiting.clear();
    });
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.latest;
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${method}: no answer after ${PATIENCE_SECONDS} s`)),
        PATIENCE_SECONDS * 1000,
      );
      this.waiting.set(id, ({ error, result }) => {
        clearTimeout(late);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      if (this.closed) this.hear({ id, ...CLOSED });
      else this.orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Listens to one kind of event. Returns a function that ends it. */
  on(method: string, happened: (params: Answer, sessionId?: string) => void): () => void {
    const listener = (heard: Heard) => {
      if (heard.method === method) happened(heard.params, heard.sessionId);
    };
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private hear(heard: Heard): void {
    if (heard.id === undefined) {
      for (const listener of this.listeners) listener(heard);
      return;
    }
    this.waiting.get(heard.id)?.(heard);
    this.waiting.delete(heard.id);
  }
}
