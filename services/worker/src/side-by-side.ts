/**
 * Does `work` for each item, at most `limit()` at a time; the limit is asked again before each, so it may change on the
 * way. Waits for all of them, also when some fail.
 *
 * @throws the first fault, after all have ended
 */
export async function sideBySide<Item>(items: Iterable<Item>, limit: () => number, work: (item: Item) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  for (const item of items) {
    while (running.size >= Math.max(1, limit())) await Promise.race(running);
    const one: Promise<void> = work(item)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
}
