import type { Mode } from '@zhouji/domain';
import type { Moment } from './moment.ts';
import { Office } from './office.ts';

/** The demo county's figures, with the township or the county as the one that confirms. */
const parameterSets = { delegated: 'demo', county: 'demo-county' } as const satisfies Record<Mode, string>;

/** The sandbox: an office whose clock can be moved, and which can forget. */
export class Sandbox {
  readonly office: Office;

  constructor(url: string) {
    this.office = new Office(url);
  }

  /** Forgets all cases and sets the clock. @throws Error when this is no sandbox */
  async beginLesson(from: Moment): Promise<void> {
    await this.office.post(null, '/api/sandbox/lesson', { from });
  }

  /** Has the townships or the county confirm in new cases, by the parameter set of the townships. False when the sandbox knows no such set. */
  async chooseWhoConfirms(mode: Mode): Promise<boolean> {
    const route = '/api/sandbox/townships/{code}/parameters';
    if (!(await this.office.offers('PUT', route))) return mode === 'delegated';
    const { townships } = (await this.office.get(null, '/api/areas')) as unknown as { townships: { code: string }[] };
    const set = parameterSets[mode];
    const answers = await Promise.all(townships.map(({ code }) => this.office.ask(null, 'PUT', route.replace('{code}', code), { set })));
    return answers.every(({ refusal }) => refusal === undefined);
  }

  /** The instant (UTC) that the clock shows. */
  async now(): Promise<string> {
    return String((await this.office.get(null, '/api/sandbox/clock'))['now']);
  }

  /** Moves the clock forward; whatever falls due on the way is done. */
  async moveTo(to: Moment): Promise<void> {
    await this.office.post(null, '/api/sandbox/clock', { to });
  }

  /** Waits until the case's process has nothing left to do before somebody acts or time passes. */
  async rest(caseId: string): Promise<void> {
    await this.office.get(null, `/api/sandbox/cases/${caseId}/rest`);
  }
}
