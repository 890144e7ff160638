import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { makeIdNumber } from '@zhouji/domain';
import { demoCast } from '@zhouji/database';

/** What the API answered, as far as it is read here. */
interface Answer {
  status: number;
  body: { csrf?: string; caseId?: string; next?: OpenTask[]; items?: unknown[] };
}

/** A task as the API tells it after an outcome. */
export interface OpenTask {
  id: string;
  kind: string;
  version: number;
}

/** Somebody at work over HTTP: a session of their own, one kept connection. */
export class Officer {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #headers: Record<string, string> = {};

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /** Signs in as one of the demo cast. */
  async signIn(castName: string): Promise<this> {
    const member = demoCast.find((one) => one.castName === castName);
    if (!member) throw new Error(`Nobody in the demo cast is called ${castName}`);
    const { body, cookie } = await this.#send('POST', '/api/session', { username: member.username, password: member.password });
    this.#headers = { cookie, 'x-csrf-token': body.csrf ?? '' };
    return this;
  }

  async list(path: string): Promise<unknown[]> {
    return (await this.#must('GET', path)).body.items ?? [];
  }

  /** Reads something that is no list. */
  async read(path: string): Promise<void> {
    await this.#must('GET', path);
  }

  /** Applies at the window for a family of three; gives the case. */
  async apply(serial: number): Promise<string> {
    return (await this.#must('POST', '/api/applications', application(serial))).body.caseId ?? '';
  }

  /** Gives a task its outcome; gives the tasks of the case that are open then. */
  async give(task: { id: string; version?: number }, outcome: string, content: object = {}): Promise<OpenTask[]> {
    return (
      (await this.#must('PUT', `/api/tasks/${task.id}/outcome`, { version: task.version ?? 1, outcome, with: content })).body.next ?? []
    );
  }

  /** A letter as PDF; gives its length. */
  async print(path: string): Promise<number> {
    const { status, bytes } = await this.#exchange('GET', path);
    if (status !== 200 || bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error(`GET ${path} answered ${status}`);
    return bytes.length;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #must(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.#send(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  async #send(method: string, path: string, body?: object): Promise<Answer & { cookie: string }> {
    const { status, bytes, cookie } = await this.#exchange(method, path, body);
    return { status, body: bytes.length === 0 ? {} : JSON.parse(bytes.toString()), cookie };
  }

  #exchange(method: string, path: string, body?: object): Promise<{ status: number; bytes: Buffer; cookie: string }> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.#url.hostname,
          port: this.#url.port,
          agent: this.#agent,
          method,
          path,
          headers: {
            ...this.#headers,
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'idempotency-key': randomUUID() }),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const cookie = (incoming.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
            resolve({ status: incoming.statusCode ?? 0, bytes: Buffer.concat(chunks), cookie });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  }
}

/** A family of three with made-up ID numbers, the same but for them. `serial` up to 400,000. */
export function family(serial: number): object {
  const day = (from: number) => new Date(Date.UTC(from, 0, 1 + (serial % 360))).toISOString().slice(0, 10);
  const born = { head: day(1960 + (Math.floor(serial / 360) % 30)), spouse: day(1961 + (Math.floor(serial / 360) % 30)), child: day(2015) };
  const order = Math.floor(serial / 10_800);
  return {
    residence: 'urban',
    members: [
      {
        name: '示例甲',
        relation: 'applicant',
        birth: born.head,
        sex: 'male',
        idNumber: makeIdNumber('999901', born.head, 'male', order * 3 + 1),
      },
      {
        name: '示例乙',
        relation: 'spouse',
        birth: born.spouse,
        sex: 'female',
        seriousIllness: true,
        idNumber: makeIdNumber('999901', born.spouse, 'female', order * 3 + 2),
      },
      {
        name: '示例丙',
        relation: 'child',
        birth: born.child,
        sex: 'female',
        idNumber: makeIdNumber('999901', born.child, 'female', Math.floor(serial / 360) % 500),
      },
    ],
    income: [{ member: '示例甲', kind: 'wage', monthly: '2100.00' }],
    assets: [{ kind: 'deposit', amount: '6000.00' }],
  };
}

function application(serial: number): object {
  return {
    programme: 'subsistence-allowance',
    township: '999901101',
    village: '999901101201',
    household: family(serial),
    declarations: { truthful: true, authorizations: ['示例甲', '示例乙'], relatives: [] },
  };
}
