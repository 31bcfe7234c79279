import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export interface DevToolsEvent {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

export interface Target {
  targetId: string;
  type: string;
  url: string;
}

type Answer = { id: number; result?: unknown; error?: { message: string } };

const LIMIT_MS = 30_000;

/** A raw DevTools connection over a pipe. It attaches to nothing by itself, so workers sleep and die as at home. */
export class DevTools {
  private lastId = 0;
  private heard = '';
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly listeners = new Set<(event: DevToolsEvent) => void>();

  constructor(
    private readonly orders: Writable,
    answers: Readable,
  ) {
    orders.on('error', () => undefined); // the browser has closed; whoever waits runs into the limit
    answers.setEncoding('utf8').on('data', (text: string) => this.hear(text));
  }

  async send<T = Record<string, unknown>>(
    method: string,
    params: object = {},
    sessionId?: string,
  ): Promise<T> {
    const id = ++this.lastId;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const answer = await within(LIMIT_MS * 4, answered, method);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as T;
  }

  /** Calls back for each event; returns the way to stop it. */
  on(listener: (event: DevToolsEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The next event that fits. */
  async next(fits: (event: DevToolsEvent) => boolean, what: string, limitMs = LIMIT_MS) {
    let stop = () => {};
    const came = new Promise<DevToolsEvent>((resolve) => {
      stop = this.on((event) => fits(event) && resolve(event));
    });
    try {
      return await within(limitMs, came, what);
    } finally {
      stop();
    }
  }

  async targets(): Promise<Target[]> {
    const { targetInfos } = await this.send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos;
  }

  /** The target whose address begins so, as soon as there is one. */
  async target(url: string, limitMs = LIMIT_MS): Promise<Target> {
    return until(
      async () => (await this.targets()).find((target) => target.url.startsWith(url)),
      `a page at ${url}`,
      limitMs,
    );
  }

  private hear(text: string) {
    this.heard += text;
    const messages = this.heard.split('\0');
    this.heard = messages.pop() ?? '';
    for (const message of messages) {
      const told = JSON.parse(message) as Answer | DevToolsEvent;
      if (!('id' in told)) for (const listener of [...this.listeners]) listener(told);
      else {
        this.waiting.get(told.id)?.(told);
        this.waiting.delete(told.id);
      }
    }
  }
}

async function within<T>(limitMs: number, promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${limitMs / 1000} s for ${what}`)), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again until there is an answer. */
export async function until<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
  limitMs = LIMIT_MS,
): Promise<T> {
  const startedAtMs = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() - startedAtMs > limitMs)
      throw new Error(`waited ${limitMs / 1000} s for ${what}`);
    await sleep(100);
  }
}

/** A page (or worker) that we are attached to. */
export class Page {
  private constructor(
    readonly devTools: DevTools,
    readonly targetId: string,
    readonly sessionId: string,
  ) {}

  static async attach(devTools: DevTools, targetId: string): Promise<Page> {
    const params = { targetId, flatten: true };
    const { sessionId } = await devTools.send<{ sessionId: string }>(
      'Target.attachToTarget',
      params,
    );
    return new Page(devTools, targetId, sessionId);
  }

  static async open(devTools: DevTools, url: string): Promise<Page> {
    const { targetId } = await devTools.send<{ targetId: string }>('Target.createTarget', { url });
    const page = await Page.attach(devTools, targetId);
    await page.holds(`location.href === '${url}' && document.readyState === 'complete'`);
    return page;
  }

  send<T = Record<string, unknown>>(method: string, params: object = {}): Promise<T> {
    return this.devTools.send<T>(method, params, this.sessionId);
  }

  next(method: string, limitMs?: number): Promise<DevToolsEvent> {
    const fits = (event: DevToolsEvent) =>
      event.sessionId === this.sessionId && event.method === method;
    return this.devTools.next(fits, method, limitMs);
  }

  /** The value of an expression in the page; a promise is waited for. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.send<{
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const wrong = answer.exceptionDetails;
    if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
    return answer.result.value;
  }

  /** Until an expression is true in the page. */
  async holds(expression: string, limitMs?: number): Promise<void> {
    await until(() => this.evaluate<boolean>(`Boolean(${expression})`), expression, limitMs);
  }

  async close(): Promise<void> {
    await this.devTools.send('Target.closeTarget', { targetId: this.targetId });
  }
}
