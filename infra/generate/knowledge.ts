/**
 * Turns the YAML files of the knowledge base into TypeScript that the domain can import. Every mistake is refused with file
 * and entry; nothing is written unless all files are right.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Words {
  zh: string;
  en: string;
}
interface Version {
  from: string;
  article: string;
  answer: Words;
}
interface Entry {
  id: string;
  question: Words;
  keywords: string[];
  versions: Version[];
}

/** The generated file, from the domain's folder. @throws Error that names the file and the entry of a mistake */
export function generateKnowledge(domainFolder: string): string {
  const folder = join(domainFolder, 'knowledge');
  const parameters = readFileSync(join(domainFolder, 'src/parameters.generated.ts'), 'utf8');
  const local = readdirSync(join(folder, 'local')).filter((name) => name.endsWith('.yaml'));
  const files = [
    ['national', join(folder, 'national.yaml')] as const,
    ...local.sort().map((name) => [name.replace('.yaml', ''), join(folder, 'local', name)] as const),
  ];
  const seen = new Set<string>();
  const entries = files.flatMap(([set, file]) =>
    readFile(file).map((entry) => {
      if (seen.has(entry.id)) throw new Error(`${file}: "${entry.id}" stands twice`);
      seen.add(entry.id);
      for (const { answer } of entry.versions)
        for (const [, id] of `${answer.zh} ${answer.en}`.matchAll(/\{([^}]+)\}/g))
          if (!parameters.includes(`  "${id}": {`))
            throw new Error(`${file}: "${entry.id}" names the parameter "${id}", which is not known`);
      return { set, ...entry };
    }),
  );
  return [
    '// Generated from services/domain/knowledge by infra/generate/knowledge.ts. Do not edit: change the YAML and run `npm run generate`.',
    "import type { KnowledgeEntry } from './knowledge.ts';",
    '',
    '/** What the hotline answers, by the set of parameters of the place that says so. */',
    'export const knowledgeEntries: readonly KnowledgeEntry[] = [',
    ...entries.map((entry) => `  ${JSON.stringify(entry)},`),
    '];',
    '',
  ].join('\n');
}

function readFile(file: string): Entry[] {
  const { knowledge, ...rest } = parse(readFileSync(file, 'utf8')) as { knowledge: Record<string, unknown>[] };
  const [unknown] = Object.keys(rest);
  if (unknown) throw new Error(`${file}: unknown key "${unknown}"`);
  return knowledge.map((item) => readEntry(item, file));
}

function readEntry(item: Record<string, unknown>, file: string): Entry {
  requireKeys(item, ['id', 'question', 'keywords', 'versions'], file);
  const { id, question, keywords, versions } = item as unknown as Entry;
  if (!/^[a-z][a-z-]*$/.test(id)) throw new Error(`${file}: "${id}" is not an id of words joined by dashes`);
  const where = `${file}: "${id}"`;
  requireWords(question, where);
  if (!Array.isArray(keywords) || versions.length === 0) throw new Error(`${where} lacks keywords or an answer`);
  versions.forEach((version, i) => {
    requireKeys(version as unknown as Record<string, unknown>, ['from', 'article', 'answer'], where);
    requireWords(version.answer, where);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(version.from)) throw new Error(`${where}: "${version.from}" is not a day`);
    const before = versions[i - 1];
    if (before && before.from >= version.from) throw new Error(`${where}: ${version.from} does not lie after ${before.from}`);
    if (!version.article?.trim()) throw new Error(`${where} has an answer without an article`);
  });
  return { id, question, keywords, versions };
}

function requireKeys(item: Record<string, unknown>, keys: readonly string[], where: string): void {
  const wrong = [...Object.keys(item).filter((key) => !keys.includes(key)), ...keys.filter((key) => !(key in item))];
  if (wrong.length > 0) throw new Error(`${where}: wrong or missing ${wrong.join(', ')}`);
}

function requireWords(words: Words, where: string): void {
  requireKeys({ ...words }, ['zh', 'en'], where);
  if (!words.zh?.trim() || !words.en?.trim()) throw new Error(`${where} does not speak both languages`);
}

if (import.meta.main) {
  const domainFolder = fileURLToPath(new URL('../../services/domain', import.meta.url));
  writeFileSync(join(domainFolder, 'src/knowledge.generated.ts'), generateKnowledge(domainFolder));
}
