import { defineParams } from '@sveltejs/kit/params';
import { lists, type ListName } from '#lib/apply/question.ts';
import { questions, type QuestionName } from '#lib/apply/questions.ts';

export const params = defineParams({
  question: (name): QuestionName | undefined => (Object.hasOwn(questions, name) ? (name as QuestionName) : undefined),
  list: (name): ListName | undefined => lists.find((list) => list === name),
});
