import type { DocumentLine, OutcomeGiven, ReliefFile, TaskFile } from '#lib/api/shapes.ts';

/** What the form of a step of a small quick relief is given, and what it tells when the step is done or out of date. */
export interface ReliefStep {
  file: TaskFile;
  relief: ReliefFile;
  documents: readonly DocumentLine[];
  ondone: (given: OutcomeGiven) => void;
  onreload: () => Promise<void>;
}
