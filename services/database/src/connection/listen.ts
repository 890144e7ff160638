import pg from 'pg';

const RECONNECT_MS = 500;

/**
 * Listens on a connection of its own, which is opened again whenever it breaks. After each opening the handler gets null:
 * something may have been missed, so whoever listens looks for itself.
 */
export async function listen(url: string, channel: string, handler: (payload: string | null) => void): Promise<{ close(): Promise<void> }> {
  let isClosed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const opened = new pg.Client({ connectionString: url, application_name: 'zhouji listener', keepAlive: true });
    opened.on('error', () => {});
    opened.once('end', reopenLater);
    opened.on('notification', ({ payload }) => handler(payload ?? ''));
    try {
      await opened.connect();
      await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      opened.off('end', reopenLater);
      await opened.end().catch(() => undefined);
      throw error;
    }
    client = opened;
    handler(null);
  }

  function reopenLater(): void {
    client = undefined;
    if (isClosed) return;
    timer = setTimeout(() => void open().catch(reopenLater), RECONNECT_MS);
  }

  await open();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
