// How the simulated bank tells what it has done: again and again until it is taken in, and sometimes as somebody else would.
import { type AnswerMessage, signatureHeader, signatureOf, timeHeader } from '@zhouji/bank';

interface MessengerOptions {
  url: string;
  secret: string;
  now: () => Promise<string> | string;
  log: (line: string) => void;
}

interface Telling {
  afterMs?: number;
  /** With a key that is not the bank's. */
  isForged?: boolean;
  /** Signed rightly, ten minutes ago. */
  isOld?: boolean;
}

interface Message extends Telling {
  items: AnswerMessage[];
  tries: number;
}

const PATH = '/api/bank/answers';
const MOST_ITEMS = 100;
const MOST_TRIES = 6;
const RETRY_MS = 1000;
const PAUSE_MS = 50;
const OLD_MS = 10 * 60_000;

export class Messenger {
  readonly #options: MessengerOptions;
  #waiting: Message[] = [];
  #late = new Map<NodeJS.Timeout, Message>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(options: MessengerOptions) {
    this.#options = options;
  }

  add(items: AnswerMessage[], telling: Telling = {}): void {
    this.#put({ items, ...telling, tries: 0 }, telling.afterMs ?? 0);
  }

  /** Tells everything now, what is late as well. */
  async flush(): Promise<void> {
    for (const [timer, message] of this.#late) {
      clearTimeout(timer);
      this.#waiting.push(message);
    }
    this.#late.clear();
    await this.#send();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const timer of this.#late.keys()) clearTimeout(timer);
  }

  #put(message: Message, afterMs: number): void {
    if (this.#isStopped) return;
    if (afterMs === 0) {
      this.#waiting.push(message);
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        void this.#send();
      }, PAUSE_MS);
      return;
    }
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      this.#put(message, 0);
    }, afterMs);
    this.#late.set(timer, message);
  }

  #send(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendWaiting());
    return this.#sending;
  }

  async #sendWaiting(): Promise<void> {
    for (const message of packed(this.#waiting.splice(0))) await this.#tell(message);
  }

  async #tell(message: Message): Promise<void> {
    if (this.#isStopped) return;
    const { url, secret, now } = this.#options;
    const body = { items: message.items };
    const at = await now();
    const time = message.isOld ? new Date(Date.parse(at) - OLD_MS).toISOString() : at;
    const key = message.isForged ? `${secret} of somebody else` : secret;
    const headers = {
      'content-type': 'application/json',
      [timeHeader]: time,
      [signatureHeader]: signatureOf(key, { path: PATH, time, body }),
    };
    try {
      const response = await fetch(`${url}${PATH}`, {
        ...{ method: 'POST', headers, body: JSON.stringify(body) },
        signal: AbortSignal.timeout(10_000),
      });
      await response.body?.cancel();
      if (response.ok || message.isForged || message.isOld) return;
    } catch {
      // Told again below.
    }
    if (++message.tries < MOST_TRIES) this.#put(message, RETRY_MS * 2 ** message.tries);
  }
}

/** Answers that go the same way go together; one about the same instruction goes in a message of its own, in its order. */
function packed(messages: Message[]): Message[] {
  const packs: Message[] = [];
  for (const message of messages) {
    const last = packs.at(-1);
    const isAlike = last && last.isForged === message.isForged && last.isOld === message.isOld && last.tries === message.tries;
    if (last && isAlike && last.items.length + message.items.length <= MOST_ITEMS) last.items.push(...message.items);
    else packs.push({ ...message, items: [...message.items] });
  }
  return packs;
}
