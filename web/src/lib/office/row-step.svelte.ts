import { invalidate, refreshAll } from '$app/navigation';
import { answerOf, Refused } from '#lib/api/client.ts';
import { idempotencyKey } from '#lib/api/idempotency-key.ts';
import { useWords } from '#lib/messages/use-words.ts';

/** A step that somebody takes from a row of a page: sent once, shown when it is done and not before, and its refusal in words. */
export interface RowStep {
  readonly done: string;
  readonly refused: string;
  readonly isSending: boolean;
  /** The key of the step that is under way; a repeat of it is the same step. */
  headers(): { 'idempotency-key': string };
  /** Gives whether it was done. */
  take<Answer>(
    send: () => Promise<{ data?: Answer; error?: unknown; response: Response }>,
    said: (answer: Answer) => string,
  ): Promise<boolean>;
}

/** @param reads the name under which the page reads what the step changes; left out: all of it is read again */
export function rowStep(reads?: `office:${string}`): RowStep {
  const { t } = useWords();
  let done = $state('');
  let refused = $state('');
  let isSending = $state(false);
  let key = idempotencyKey();
  return {
    get done() {
      return done;
    },
    get refused() {
      return refused;
    },
    get isSending() {
      return isSending;
    },
    headers: () => ({ 'idempotency-key': key }),
    async take(send, said) {
      if (isSending) return false;
      [done, refused, isSending] = ['', '', true];
      try {
        done = said(await answerOf(send()));
        key = idempotencyKey();
        await (reads === undefined ? refreshAll() : invalidate(reads));
        return true;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused = error.problem.detail || t('problem.unavailable.what');
        key = idempotencyKey();
        return false;
      } finally {
        isSending = false;
      }
    },
  };
}
