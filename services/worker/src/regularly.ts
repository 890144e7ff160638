/** Work that the worker does again and again, one turn at a time. */
export interface Regular {
  /** Does it now; resolves when it is done. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

export interface RegularWork {
  /** One turn. `isStopping` says whether it had better not begin another part. */
  work: (isStopping: () => boolean) => Promise<void>;
  /** What is tried again after a fault, as the log says it. */
  what: string;
  everyMs?: number;
  log: (line: string) => void;
}

const EVERY_MS = 60_000;

/** Begins at once, and again every so often. It keeps nothing; a fault is told once and tried again at the next turn. */
export function startRegularly({ work, what, everyMs = EVERY_MS, log }: RegularWork): Regular {
  let working: Promise<void> = Promise.resolve();
  let isStopping = false;
  let isQuiet = true;
  const timer = setInterval(() => void check(), everyMs);
  void check();

  function check(): Promise<void> {
    working = working.then(workQuietly);
    return working;
  }

  async function workQuietly(): Promise<void> {
    if (isStopping) return;
    try {
      await work(() => isStopping);
      isQuiet = true;
    } catch (error) {
      if (isQuiet) log(`${what} will be tried again: ${(error as Error).message}`);
      isQuiet = false;
    }
  }

  return {
    check,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await working;
    },
  };
}
