import { answerOf, api, Refused } from '#lib/api/client.ts';
import { type CallFields, emptyCall } from './call-fields.ts';

const EVERY_MS = 2000;

/** What of a draft is where: nothing typed, typed and not kept yet, on its way, kept, or waiting for the connection. */
export type DraftState = 'empty' | 'typed' | 'saving' | 'saved' | 'offline';

/** The call that is being typed: kept on the server field by field, so that a dropped line or a closed tab loses nothing. */
export class CallDraft {
  fields = $state<CallFields>(emptyCall());
  #id = $state<string>(newDraftId());
  #state = $state<DraftState>('empty');
  #savedAt = $state<Date | null>(null);
  /** The fields as the server has them. */
  #kept: Record<string, string> = written(emptyCall());
  #sending: Promise<void> = Promise.resolve();

  get id(): string {
    return this.#id;
  }

  get state(): DraftState {
    return this.#state;
  }

  get savedAt(): Date | null {
    return this.#savedAt;
  }

  /** Looks every two seconds for what has changed. @returns what ends it */
  keep(): () => void {
    const timer = setInterval(() => void this.save(), EVERY_MS);
    const leave = () => void this.save();
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', leave);
      void this.save();
    };
  }

  /** Goes on with what was typed before. */
  resume({ id, answers }: { id: string; answers: Record<string, unknown> }): void {
    this.#id = id;
    this.fields = { ...emptyCall(), ...(answers as Partial<CallFields>) };
    this.#kept = written($state.snapshot<CallFields>(this.fields));
    this.#state = 'saved';
  }

  /** Begins the next call. */
  begin(): void {
    this.#id = newDraftId();
    this.fields = emptyCall();
    this.#kept = written(emptyCall());
    this.#state = 'empty';
    this.#savedAt = null;
  }

  /** Sends the fields that have changed since they were kept; one at a time. */
  save(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#send());
    return this.#sending;
  }

  async #send(): Promise<void> {
    const now = $state.snapshot<CallFields>(this.fields);
    const texts = written(now);
    const changed = Object.entries(now).filter(([name]) => texts[name] !== this.#kept[name]);
    if (changed.length === 0) return;
    this.#state = 'saving';
    const id = this.#id;
    try {
      await answerOf(api.PUT('/api/contact-drafts/{id}', { params: { path: { id } }, body: { fields: Object.fromEntries(changed) } }));
      if (id !== this.#id) return;
      this.#kept = texts;
      this.#state = 'saved';
      this.#savedAt = new Date();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (id === this.#id) this.#state = 'offline';
    }
  }
}

function written(fields: CallFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** A UUID of version 4, also where a page came without TLS. */
function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
