import pg from 'pg';

/**
 * Tells on the channel `cases` which cases have changed: `<township> <case>`, nothing personal. On a connection of its
 * own and after the commit, because NOTIFY inside a transaction makes all commits wait for each other. What is lost here
 * is made up for by whoever polls.
 */
export class Announcer {
  readonly #url: string;
  readonly #gatherMs: number;
  #client: Promise<pg.Client> | undefined;
  #waiting = new Set<string>();
  #sending: Promise<void> | undefined;
  #isClosed = false;

  /** @param gatherMs how long to wait for what else changes, before telling it all in one message */
  constructor(url: string, gatherMs: number) {
    this.#url = url;
    this.#gatherMs = gatherMs;
  }

  /** @param cases township by case */
  announce(cases: ReadonlyMap<string, string>): void {
    if (this.#isClosed) return;
    for (const [id, township] of cases) this.#waiting.add(`${township} ${id}`);
    if (this.#waiting.size > 0) this.#sending ??= this.#send();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#sending;
    await (await this.#client?.catch(() => undefined))?.end().catch(() => undefined);
  }

  async #send(): Promise<void> {
    // What is announced while one message is under way goes with the next one.
    while (this.#waiting.size > 0) {
      if (this.#gatherMs > 0 && !this.#isClosed) await new Promise((resolve) => setTimeout(resolve, this.#gatherMs));
      const payloads = [...this.#waiting];
      this.#waiting.clear();
      try {
        this.#client ??= connect(this.#url);
        const client = await this.#client;
        await client.query({
          name: 'announce',
          text: `select pg_notify('cases', payload) from unnest($1::text[]) as payload`,
          values: [payloads],
        });
      } catch {
        this.#client = undefined;
      }
    }
    this.#sending = undefined;
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhouji announcer' });
  client.on('error', () => {});
  await client.connect();
  return client;
}
