import { expect, test } from 'vitest';
import { wordsIn } from '../messages/words.ts';
import { type Answers, applicationOf, blankAnswers } from './answers.ts';
import { findGap, withoutEntry } from './lists.ts';
import type { Asking, Question, Typed } from './question.ts';
import { questions, type QuestionName, stepAfter } from './questions.ts';
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
  const fields = questions.applicant.fields(askingOf(blankAnswers(), 0));
  expect(readFields(fields, { name: ['张伟'], idNumber: ['999901198403020015'] }).errors).toEqual({
    idNumber: 'error.id-number.check-digit',
  });
});

test('a member without an ID number needs day of birth and sex', () => {
  const asking = askingOf(blankAnswers(), 1);
  const { read } = readFields(questions.member.fields(asking), { relation: ['child'], name: ['张小明'] });
  expect(questions.member.check(asking, read)).toEqual({ birth: 'error.birth-and-sex' });
});

test('a family in hardship tells it on four pages, and everything on them can be changed without losing the rest', () => {
  let answers: Answers = { ...blankAnswers(), programme: 'temporary-aid' };
  answers = answer(answers, 'where', { village: ['999901101201'] });
  expect(stepAfter('programme', answers)).toBe('applicant');
  answers = answer(answers, 'applicant', { name: ['张伟'], idNumber: ['999901198403020014'], residence: ['urban'] });
  expect(findGap(answers)).toBe('hardship');
  answers = answer(answers, 'family', { 'name-1': ['李芳'], 'relation-1': ['spouse'], 'idNumber-1': ['999901198405060028'] });
  answers = answer(answers, 'hardship', { kind: ['illness'], member: ['李芳'], what: ['手术住院。'], since: ['2026年6月1日'] });
  expect(findGap(answers)).toBe('costs');
  answers = answer(answers, 'costs', {
    'medical-annual': ['50000'],
    'medical-reimbursed': ['35600'],
    'medical-member': ['李芳'],
    'medical-evidence': ['settlement'],
  });
  answers = answer(answers, 'means', {
    'income-0': ['2000'],
    'kind-0': ['wage'],
    deposits: ['6000'],
    owns: ['passenger-car'],
    bank: ['演示银行'],
    account: ['6200 0000-0000 4321'],
  });
  expect(findGap(answers)).toBeUndefined();
  answers = answer(answers, 'family', { 'name-1': ['李小芳'], 'relation-1': ['spouse'], 'idNumber-1': ['999901198405060028'] });
  expect(applicationOf(answers, '2026-09-09')).toMatchObject({
    programme: 'temporary-aid',
    account: { bank: '演示银行', account: '6200000000004321' },
    household: {
      residence: 'urban',
      members: [{ name: '张伟' }, { name: '李小芳', relation: 'spouse', birth: '1984-05-06', sex: 'female' }],
      income: [{ member: '张伟', kind: 'wage', monthly: '2000.00' }],
      assets: [{ kind: 'deposit', amount: '6000.00' }, { kind: 'passenger-car' }],
      expenditure: [{ kind: 'medical', member: '李小芳', annual: '50000.00', reimbursed: '35600.00', evidence: 'settlement' }],
      hardship: { kind: 'illness', member: '李小芳', what: '手术住院。', since: '2026-06-01' },
    },
  });
  expect(stepsOf(answers)).toEqual(['where', 'programme', 'applicant', 'family', 'hardship', 'costs', 'means', 'documents', 'check']);
});

test('what does not fit on the pages of a family in hardship is said at its place', () => {
  const answers: Answers = { ...blankAnswers(), programme: 'temporary-aid' };
  expect(faultsOf(answers, 'costs', {})).toEqual({ 'medical-annual': 'error.no-costs' });
  expect(faultsOf(answers, 'costs', { 'education-reimbursed': ['5'] })).toEqual({ 'education-annual': 'error.fill-in' });
  expect(faultsOf(answers, 'costs', { 'medical-annual': ['5'], 'medical-reimbursed': ['5.01'] })).toEqual({
    'medical-reimbursed': 'error.more-than-paid',
  });
  expect(faultsOf(answers, 'hardship', { kind: ['illness'], what: ['病'], since: ['2026-09-10'] })).toEqual({ since: 'error.day-to-come' });
  expect(faultsOf(answers, 'hardship', { kind: ['illness'], what: ['病'], since: ['2026-09-09'] })).toEqual({});
  expect(faultsOf(answers, 'family', { 'name-1': ['李芳'] })).toEqual({ 'relation-1': 'error.choose', 'idNumber-1': 'error.fill-in' });
  expect(faultsOf(answers, 'family', { 'relation-2': ['child'] })).toEqual({ 'name-2': 'error.fill-in' });
  expect(faultsOf(answers, 'means', { bank: ['演示银行'] })).toEqual({ account: 'error.fill-in' });
  expect(faultsOf(answers, 'means', { account: ['62000000000043'] })).toEqual({ bank: 'error.fill-in' });
  expect(faultsOf(answers, 'means', { bank: ['演示银行'], account: ['1234567'] })).toMatchObject({ account: 'error.account' });
  expect(faultsOf(answers, 'means', {})).toEqual({});
});

function faultsOf(answers: Answers, name: QuestionName, typed: Typed) {
  const question: Question = questions[name];
  const asking = askingOf(answers, 0);
  const { read, errors } = readFields(question.fields(asking), typed);
  return { ...question.check?.(asking, read), ...errors };
}

function stepsOf(answers: Answers): string[] {
  const steps: string[] = ['where'];
  while (steps.at(-1) !== 'check') steps.push(stepAfter(steps.at(-1) as Parameters<typeof stepAfter>[0], answers));
  return steps;
}

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
