// npm run generate: writes every generated file anew, in the order in which they rest on each other.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

for (const generator of ['parameters.ts', 'knowledge.ts', 'process-map.ts', 'api-types.ts']) {
  execFileSync(process.execPath, [fileURLToPath(new URL(generator, import.meta.url))], { stdio: 'inherit' });
}
