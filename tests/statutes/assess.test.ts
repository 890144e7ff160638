import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessFile } from '@zhouji/player/assess';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'assess');

test.each(globSync('*.yaml', { cwd: folder }).toSorted())('%s comes out to the fen', (file) => {
  const expected: unknown = JSON.parse(readFileSync(join(folder, file.replace('.yaml', '.expected.json')), 'utf8'));
  expect(assessFile(file, readFileSync(join(folder, file), 'utf8'))).toMatchObject(expected as object);
});
