/** Draws every statute as the explorer found it: what is drawn is what the code does. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  acts,
  type CaseEnding,
  endings,
  type ProcessName,
  processes,
  periods,
  taskRow,
  type TaskKind,
} from '../../services/domain/src/index.ts';
import { explore, type ProcessMap } from '../../workflows/src/explore.ts';
import { groundOf } from '../../workflows/src/ground.ts';
import { statutes } from '../../workflows/src/statutes.ts';

type Node = ProcessMap['nodes'][number];

/**
 * The generated file by path.
 *
 * @throws Error when a path of a statute is at fault: such a process is not drawn
 */
export async function generateProcessMaps(workflowsFolder: string): Promise<Record<string, string>> {
  const sections = [];
  for (const process of Object.keys(statutes) as ProcessName[]) sections.push(await drawProcess(process));
  return { [join(workflowsFolder, 'PROCESS-MAPS.md')]: [HEAD, ...sections].join('\n') };
}

const HEAD = `# Process maps

Generated from the statutes by \`npm run generate\`, after every path was walked: no dead end, nothing that waits for nobody, no step without its
predecessors in law. Boxes are tasks of people, rounded boxes what the office does by itself, hexagons periods that must pass. An edge without
words is the only way. Where two branches run side by side, the one that ends last leads on. From every step a case may also leave by the side
door: withdrawn, terminated, applicant deceased.
`;

async function drawProcess(process: ProcessName): Promise<string> {
  const { findings, map } = await explore(statutes[process], groundOf(process, 2));
  if (findings.length > 0) throw new Error(`The statute of ${process} is at fault:\n${JSON.stringify(findings, null, 2)}`);
  const { zh, en } = processes[process].label;
  const lines = [...map.nodes.map(drawNode), ...map.edges.map(({ from, to, outcomes }) => drawEdge(from, to, outcomes, map))];
  return [`## ${en} ${zh}`, '', '```mermaid', 'flowchart TD', ...lines.map((line) => `  ${line}`), '```', ''].join('\n');
}

function drawNode({ id, step }: Node): string {
  if (step === 'start') return `${name(id)}((" "))`;
  if (step === 'ending') return `${name(id)}(["${words(endings[id.replace('ending.', '') as CaseEnding].label)}"])`;
  if (step === 'act') return `${name(id)}("${words(acts[id as keyof typeof acts].label)}")`;
  if (step === 'period') return `${name(id)}{{"${words(periods[id as keyof typeof periods].label)}"}}`;
  return `${name(id)}["${words(taskRow(id as TaskKind).label)}"]`;
}

function drawEdge(from: string, to: string, outcomes: string[], map: ProcessMap): string {
  const others = map.edges.filter((edge) => edge.from === from && edge.to !== to);
  const isOnlyWay = others.every((edge) => edge.outcomes.join() === outcomes.join());
  return isOnlyWay ? `${name(from)} --> ${name(to)}` : `${name(from)} -- "${outcomes.join(' · ')}" --> ${name(to)}`;
}

/** Mermaid takes `end` and hyphens for its own words. */
function name(id: string): string {
  return `n_${id.replaceAll(/[^a-z]/g, '_')}`;
}

function words({ zh, en }: { zh: string; en: string }): string {
  return `${zh}<br>${en}`;
}

if (import.meta.main) {
  const workflowsFolder = fileURLToPath(new URL('../../workflows', import.meta.url));
  for (const [path, content] of Object.entries(await generateProcessMaps(workflowsFolder))) writeFileSync(path, content);
}
