import { type Assessment, assess, type Contradiction, findContradictions, parametersFor, Refusal } from '@zhouji/domain';
import { readHouseholdFile } from './household-file.ts';
import { readText, SourceRefused } from './source.ts';

/** An assessment, with the questions that the facts raise, where they raise any. */
export type AssessmentOfFile = Assessment & { questions?: Contradiction[] };

/** `npm run assess -- FILE…`: a JSON document per file on standard output; why a file is refused, on standard error. */
function main(files: readonly string[]): number {
  if (files.length === 0) {
    process.stderr.write('Usage: npm run assess -- FILE…\n');
    return 1;
  }
  const indent = files.length === 1 || process.stdout.isTTY ? 2 : 0;
  let refused = 0;
  for (const file of files) {
    try {
      process.stdout.write(`${JSON.stringify(assessFile(file, readText(file)), null, indent)}\n`);
    } catch (reason) {
      process.stderr.write(`${sentenceOf(reason, file)}\n`);
      refused += 1;
    }
  }
  return refused > 0 ? 1 : 0;
}

/** What the rules of the demo county give for the household in a file. @throws SourceRefused, Refusal */
export function assessFile(file: string, text: string): AssessmentOfFile {
  const { programme, day, household, aid } = readHouseholdFile(file, text);
  const questions = findContradictions(household, day);
  const assessment = assess({ programme, household, day, parameters: parametersFor('demo'), aid });
  return questions.length > 0 ? { ...assessment, questions } : assessment;
}

/** What to tell about a refusal; a fault of the program itself is thrown on. */
function sentenceOf(reason: unknown, file: string): string {
  if (reason instanceof SourceRefused) return reason.complaints.join('\n');
  if (reason instanceof Refusal) return `${file}: ${reason.message} ${JSON.stringify(reason.details)}`;
  throw reason;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
