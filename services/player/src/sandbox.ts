import type { Mode, Programme } from '@zhouji/domain';
import { getCastMember } from './cast.ts';
import type { Moment } from './moment.ts';
import { Office } from './office.ts';

/** So long a clock may take to come back. */
const BACK_WITHIN_MS = 120_000;

/** The sandbox: an office whose clock can be moved, and which can forget. */
export class Sandbox {
  readonly office: Office;

  constructor(url: string) {
    this.office = new Office(url);
  }

  /** Forgets all cases, sets the clock, and has the reserve funds hold what they do at the start of a year, or so many yuan. @throws Error when this is no sandbox */
  async beginLesson(from: Moment, reserveFund?: string): Promise<void> {
    await this.#move('/api/sandbox/lesson', { from, ...(reserveFund === undefined ? {} : { reserveFund }) });
  }

  /** Has new cases worked out with a set of figures, such as that of the demo county. @throws Error when there is no such set */
  async useFigures(set: string): Promise<void> {
    const { townships } = (await this.office.get(null, '/api/areas')) as unknown as { townships: { code: string }[] };
    for (const { code } of townships) {
      const { refusal } = await this.office.ask(null, 'PUT', `/api/sandbox/townships/${code}/parameters`, { set });
      if (refusal !== undefined) throw new Error(`${code} cannot be worked out with the figures of ${set}: ${refusal}`);
    }
  }

  /** Has the townships or the county confirm cases that are accepted from a day on, as the county's leader sets it. @throws Error when that is refused */
  async chooseWhoConfirms({ mode, programme, from }: { mode: Mode; programme: Programme; from: string }): Promise<void> {
    const setting = { programme, mode, from, source: '演示：算例指定' };
    const { refusal } = await this.office.ask(getCastMember('county-leader'), 'PUT', '/api/settings/confirmation-modes', setting);
    if (refusal !== undefined) throw new Error(`mode: ${mode} was refused: ${refusal}`);
  }

  /** The instant (UTC) that the clock shows. */
  async now(): Promise<string> {
    return String((await this.office.get(null, '/api/sandbox/clock'))['now']);
  }

  /** Moves the clock forward; whatever falls due on the way is done. */
  async moveTo(to: Moment): Promise<void> {
    await this.#move('/api/sandbox/clock', { to });
  }

  /** A clock that does not answer begins anew from the record, and is asked again: both moves say where to, so once more is once. */
  async #move(path: string, body: object): Promise<void> {
    const deadline = performance.now() + BACK_WITHIN_MS;
    for (;;) {
      const { status, refusal } = await this.office.ask(null, 'POST', path, body);
      if (refusal === undefined) return;
      if (status !== 503 || performance.now() > deadline) throw new Error(`POST ${path} was refused: ${refusal}`);
      await new Promise((next) => setTimeout(next, 1000));
    }
  }

  /** Waits until the case's process has nothing left to do before somebody acts or time passes. */
  async rest(caseId: string): Promise<void> {
    await this.office.get(null, `/api/sandbox/cases/${caseId}/rest`);
  }
}
