import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { isAlive, supervise, type Supervised } from '@zhouji/local';
import { until } from '../support/until.ts';

test('a process that dies comes back, and that is said', async () => {
  const said: string[] = [];
  const part = sleeper((line) => said.push(line));
  await part.start();
  const first = part.pid;
  part.kill();
  const second = await until('another process', () => (part.pid === first ? undefined : part.pid), { withinMs: 5000 });
  expect(second).not.toBe(first);
  await until('the word that it is back', () => said.some((line) => line.includes('is back')));
  expect(said[0]).toBe('The sleeper has died: starting it again.');
});

test('a process that was stopped stays down until it is started', async () => {
  const part = sleeper();
  await part.start();
  const first = part.pid ?? 0;
  await part.stop();
  expect(isAlive(first)).toBe(false);
  expect(part.pid).toBeUndefined();
  await part.start();
  expect(part.pid).not.toBe(first);
});

test('a process that is killed to stay down does', async () => {
  const said: string[] = [];
  const part = sleeper((line) => said.push(line));
  await part.start();
  part.kill({ stayDown: true });
  await until('its end', () => part.pid === undefined);
  await part.start();
  expect(part.pid).toBeDefined();
  expect(said).toEqual([]);
});

test('a process that cannot start says why, and leaves nothing', async () => {
  const part = supervise(
    'The broken one',
    () => Promise.reject(new Error('no such file')),
    () => {},
  );
  await expect(part.start()).rejects.toThrow('no such file');
  expect(part.pid).toBeUndefined();
});

function sleeper(say: (line: string) => void = () => {}): Supervised {
  const part = supervise(
    'The sleeper',
    async () => {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      await once(child, 'spawn');
      return {
        pid: child.pid ?? 0,
        async stop() {
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill('SIGKILL');
          await once(child, 'exit');
        },
      };
    },
    say,
  );
  onTestFinished(() => part.stop());
  return part;
}
