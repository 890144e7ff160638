import { invalidate } from '$app/navigation';

/** What pages show of the connection: never as an error, and typing goes on in all of them. */
export type Connection = 'connecting' | 'live' | 'offline';

/** Hears of changes in one's own townships and reads again what is shown of them. */
export class Live {
  #connection = $state<Connection>('connecting');
  /** The cases that changed since the last reading; several changes of one case are read once. */
  #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get connection(): Connection {
    return this.#connection;
  }

  /** Starts to listen. @returns what ends it */
  listen(): () => void {
    const source = new EventSource('/api/events');
    source.addEventListener('open', () => (this.#connection = 'live'));
    source.addEventListener('error', () => (this.#connection = 'offline'));
    source.addEventListener('message', ({ data }: MessageEvent<string>) => this.#hear(data));
    // A line that is cut tells the stream nothing for minutes; the browser knows it at once.
    const cut = () => (this.#connection = 'offline');
    const back = () => {
      if (source.readyState === EventSource.OPEN) this.#connection = 'live';
      this.#hear('{"type":"all"}');
    };
    addEventListener('offline', cut);
    addEventListener('online', back);
    return () => {
      removeEventListener('offline', cut);
      removeEventListener('online', back);
      source.close();
      clearTimeout(this.#timer);
    };
  }

  #hear(data: string): void {
    const event = JSON.parse(data) as { type: string; caseId?: string };
    this.#changed.add(event.type === 'case' && event.caseId ? event.caseId : 'all');
    this.#timer ??= setTimeout(() => void this.#readAgain(), 150);
  }

  async #readAgain(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#timer = undefined;
    const isMissed = changed.includes('all');
    await invalidate(({ protocol, pathname }) => {
      if (protocol === 'office:') return isMissed || pathname === 'queue' || changed.some((id) => pathname === `case/${id}`);
      return false;
    });
  }
}
