import type { Contradiction } from '../contradiction.ts';
import type { Household } from '../household.ts';
import type { PlainDate } from '../plain-date.ts';

/** What was said to a question, by its code and the members that it is about. */
export interface Answered {
  readonly code: string;
  readonly members: readonly string[];
}

/** Whether an answer belongs to a question: the same code about the same members, in whatever order. */
export function answersQuestion({ code, members }: Answered, question: Pick<Contradiction, 'code' | 'members'>): boolean {
  return code === question.code && [...members].sort().join('\n') === [...question.members].sort().join('\n');
}

/** The questions that stand against an opinion: what cannot be true, and what might and nobody has answered. */
export function openQuestions(questions: readonly Contradiction[], answers: readonly Answered[]): Contradiction[] {
  return questions.filter((question) => question.certain || !answers.some((answer) => answersQuestion(answer, question)));
}

/** The household with the days of death that a register knows, by ID number; what the facts say themselves stays. */
export function withDeaths(household: Household, deaths: ReadonlyMap<string, PlainDate>): Household {
  if (deaths.size === 0) return household;
  return {
    ...household,
    members: household.members.map((member) => {
      const diedOn = member.diedOn ?? deaths.get(member.idNumber ?? '');
      return diedOn === undefined ? member : { ...member, diedOn };
    }),
  };
}
