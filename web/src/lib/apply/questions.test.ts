import { expect, test } from 'vitest';
import { wordsIn } from '../messages/words.ts';
import { type Answers, blankAnswers } from './answers.ts';
import { findGap, withoutEntry } from './lists.ts';
import type { Asking, Question, Typed } from './question.ts';
import { questions, type QuestionName } from './questions.ts';
import { readFields } from './read-fields.ts';

const words = wordsIn('zh');
const areas = {
  county: { code: '999901', name: '演示县' },
  townships: [{ code: '999901101', name: '清溪镇', villages: [{ code: '999901101201', name: '河口村' }] }],
};

test('a family can be told page by page', () => {
  let answers = blankAnswers();
  expect(findGap(answers)).toBe('where');
  answers = answer(answers, 'where', { village: ['999901101201'] });
  answers = answer(answers, 'applicant', { name: ['张伟'], idNumber: ['999901 1984 0302 0014'] });
  answers = answer(answers, 'residence', { residence: ['rural'] });
  answers = answer(answers, 'member', {
    relation: ['child'],
    name: ['张小明'],
    birth: ['2015年8月3日'],
    sex: ['male'],
    situation: ['fullTimeStudent'],
  });
  answers = answer(answers, 'income-entry', { member: ['张伟'], kind: ['wage'], monthly: ['１,２００元'] });
  expect(findGap(answers)).toBeUndefined();
  expect(answers.township).toBe('999901101');
  expect(answers.household.members).toEqual([
    { relation: 'applicant', name: '张伟', idNumber: '999901198403020014', birth: '1984-03-02', sex: 'male' },
    { relation: 'child', name: '张小明', birth: '2015-08-03', sex: 'male', fullTimeStudent: true },
  ]);
  expect(answers.household.income).toEqual([{ member: '张伟', kind: 'wage', monthly: '1200.00' }]);
});

test('a new name is carried on to the incomes; a member who is taken out takes them along', () => {
  let answers = answer(blankAnswers(), 'member', { relation: ['child'], name: ['张小明'], birth: ['20050803'], sex: ['male'] });
  answers = answer(answers, 'income-entry', { member: ['张小明'], kind: ['wage'], monthly: ['900'] });
  answers = answer(answers, 'member', { relation: ['child'], name: ['张晓明'], birth: ['20050803'], sex: ['male'] }, 1);
  expect(answers.household.income[0]?.member).toBe('张晓明');
  expect(withoutEntry('members', answers, 1).household.income).toEqual([]);
});

test('an ID number with a wrong check digit is told as such', () => {
  const fields = questions.applicant.fields();
  expect(readFields(fields, { name: ['张伟'], idNumber: ['999901198403020015'] }).errors).toEqual({
    idNumber: 'error.id-number.check-digit',
  });
});

test('a member without an ID number needs day of birth and sex', () => {
  const asking = askingOf(blankAnswers(), 1);
  const { read } = readFields(questions.member.fields(asking), { relation: ['child'], name: ['张小明'] });
  expect(questions.member.check(asking, read)).toEqual({ birth: 'error.birth-and-sex' });
});

function answer(answers: Answers, name: QuestionName, typed: Typed, item?: number): Answers {
  const question: Question = questions[name];
  const length = name === 'member' ? answers.household.members.length : name === 'income-entry' ? answers.household.income.length : 0;
  const asking = askingOf(answers, item ?? length);
  const { read, errors } = readFields(question.fields(asking), typed);
  expect({ ...errors, ...question.check?.(asking, read) }).toEqual({});
  return question.save(asking, read);
}

function askingOf(answers: Answers, item: number): Asking {
  return { answers, item, areas, words, today: '2026-09-09' };
}
