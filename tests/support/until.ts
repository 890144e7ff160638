/**
 * Asks again and again until the answer is true or a value, and gives it.
 *
 * @param reason completes "not seen within N s: …"
 * @throws Error after `withinMs`, with the last fault that `ask` threw, if any
 */
export async function until<Answer>(
  reason: string,
  ask: () => Answer | undefined | false | null | Promise<Answer | undefined | false | null>,
  { withinMs = 15_000, everyMs = 50 }: { withinMs?: number; everyMs?: number } = {},
): Promise<Answer> {
  const deadline = performance.now() + withinMs;
  let fault: unknown;
  do {
    try {
      const answer = await ask();
      fault = undefined;
      if (answer !== undefined && answer !== false && answer !== null) return answer;
    } catch (error) {
      fault = error;
    }
    await new Promise((next) => setTimeout(next, everyMs));
  } while (performance.now() < deadline);
  throw new Error(`not seen within ${withinMs / 1000} s: ${reason}`, fault === undefined ? undefined : { cause: fault });
}
