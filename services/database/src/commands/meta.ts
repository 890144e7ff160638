import type { Tx } from '../database.ts';

/** What the database knows of itself under a key; undefined when nothing. */
export async function getMeta<Value>(tx: Tx, key: string): Promise<Value | undefined> {
  const [row] = await tx.rows<{ value: Value }>('select value from meta where key = $1', [key]);
  return row?.value;
}

/** `sandbox` can be set while the database holds no case, and not after. */
export async function setMeta(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.rows('insert into meta (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value', [
    key,
    JSON.stringify(value),
  ]);
}
