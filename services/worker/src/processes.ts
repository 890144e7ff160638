import type { Client } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/client';
import { isProcessName, processes } from '@zhouji/domain';

/** An open case, as far as Temporal may know it. */
export interface CarriedCase {
  caseId: string;
  process: string;
}

/** A process that Temporal drives, and the build of the code that it was started with. */
export interface RunningProcess {
  caseId: string;
  build: string | undefined;
}

export interface ProcessesOptions {
  client: Client;
  taskQueue: string;
  /** Names the code; kept with each process that is started, so that a release knows which it has restarted. */
  build: string;
}

const DEADLINE_MS = 5000;

/** The processes of cases, seen from outside. Ids and a build are all that Temporal learns. */
export class Processes {
  readonly #options: ProcessesOptions;

  constructor(options: ProcessesOptions) {
    this.#options = options;
  }

  /** Tells the case's process to look, and starts it when there is none. Twice is as good as once. */
  async nudge(open: CarriedCase): Promise<void> {
    await this.#within(DEADLINE_MS, (client) =>
      client.workflow.signalWithStart(workflowOf(open), { ...this.#start(open), signal: 'nudge' }),
    );
  }

  /** Starts the case's process from nothing, in place of one that runs. It goes on from the record. */
  async restart(open: CarriedCase): Promise<void> {
    await this.#within(DEADLINE_MS, (client) =>
      client.workflow.start(workflowOf(open), {
        ...this.#start(open),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.TERMINATE_EXISTING,
      }),
    );
  }

  /**
   * The processes that run, as far as the server's list knows: it lags, so it is a hint and never a proof.
   *
   * @throws an error with code UNIMPLEMENTED on the time-skipping server
   */
  async *running(): AsyncIterable<RunningProcess> {
    const { client, taskQueue } = this.#options;
    for await (const { workflowId, memo } of client.workflow.list({ query: `ExecutionStatus='Running' AND TaskQueue='${taskQueue}'` })) {
      if (workflowId.startsWith(PREFIX)) yield { caseId: workflowId.slice(PREFIX.length), build: memo?.['build'] as string | undefined };
    }
  }

  get build(): string {
    return this.#options.build;
  }

  #start({ caseId }: CarriedCase) {
    const { taskQueue, build } = this.#options;
    return { workflowId: `${PREFIX}${caseId}`, taskQueue, args: [{ caseId }], memo: { build } };
  }

  #within<Result>(ms: number, work: (client: Client) => Promise<Result>): Promise<Result> {
    const { client } = this.#options;
    return client.withDeadline(Date.now() + ms, () => work(client));
  }
}

const PREFIX = 'case/';

/** The workflow that carries the case. @throws Error for a process that the tables do not know */
function workflowOf({ caseId, process }: CarriedCase): string {
  if (!isProcessName(process)) throw new Error(`The case ${caseId} is carried by ${process}, which is no process.`);
  return processes[process].workflow;
}
