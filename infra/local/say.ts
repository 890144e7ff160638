// What the local stack tells the person who waits for it.

/** Takes one line for people. */
export type Say = (line: string) => void;

export function sayOnStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Something that went wrong outside this program and that a person can put right: said in plain words, with what to do.
 * Whoever catches it shows the message alone, without a stack.
 */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** Does `work`; when it takes longer than a second, says what is being done, and at the end how long it took. */
export async function step<Result>(what: string, say: Say, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    say(`${what} …`);
  }, 1000);
  try {
    const result = await work();
    if (said) say(`${what}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
