export { startSandbox, type FoundSandbox } from './find-sandbox.ts';
export { play } from './player.ts';
export { holds, linesOf, type Report } from './report.ts';
export { Sandbox } from './sandbox.ts';
export { readScenario, type Scenario } from './scenario-file.ts';
export { SourceRefused } from './source.ts';
