import { tick } from 'svelte';
import { answerOf, api, Refused } from '#lib/api/client.ts';
import { idempotencyKey } from '#lib/api/idempotency-key.ts';
import type { OutcomeGiven, Problem, TaskFile } from '#lib/api/shapes.ts';

/** Sends the outcome of a task: one key for one intention, faults by the word they stand at, and why the office said no. */
export class OutcomeSender {
  #key = idempotencyKey();
  #errors = $state<Record<string, string>>({});
  #problem = $state<Problem | null>(null);
  #isSending = $state(false);

  get errors(): Readonly<Record<string, string>> {
    return this.#errors;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isSending(): boolean {
    return this.#isSending;
  }

  /** What was found wrong before anything was sent; whether there was any. */
  async refuse(errors: Record<string, string>): Promise<boolean> {
    [this.#problem, this.#errors] = [null, errors];
    if (Object.keys(errors).length === 0) return false;
    await focus('error-summary');
    return true;
  }

  /** Sends it; undefined when it was refused, and what was typed stays. */
  async send(task: TaskFile['task'], outcome: string, content: Record<string, unknown>): Promise<OutcomeGiven | undefined> {
    if (this.#isSending) return undefined;
    this.#isSending = true;
    this.#problem = null;
    try {
      const body = { version: task.version, outcome, with: filled(content) };
      const params = { path: { id: task.id }, header: { 'idempotency-key': this.#key } };
      // The document lists one form per outcome of each kind; which one it is, the table of tasks has said.
      return await answerOf(api.PUT('/api/tasks/{id}/outcome', { params, body: body as never }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await this.#take(error.problem);
      return undefined;
    } finally {
      this.#isSending = false;
    }
  }

  async #take(refusal: Problem): Promise<void> {
    this.#key = idempotencyKey();
    if (refusal.errors && refusal.errors.length > 0) {
      this.#errors = Object.fromEntries(refusal.errors.map(({ path, message }) => [path.replace(/^\/?(with\/)?/, ''), message]));
      return await focus('error-summary');
    }
    this.#problem = refusal;
    await focus('refusal');
  }
}

/** Without what nobody has filled in. */
function filled(content: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

async function focus(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}
