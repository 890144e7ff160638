// RIGID 9: a decision by all together; OP2023 3(4). The shares are the place's own.
import { describe, expect, test } from 'vitest';
import type { MeetingRecord, Seat } from '../discussion.ts';
import type { Department } from '../receiver.ts';
import { countMeeting, findMeetingFault, type MeetingRules, moreThan } from './meeting.ts';

const invited: Department[] = ['civil-affairs', 'finance', 'health', 'education', 'housing', 'charity'];
const rules: MeetingRules & { invited: readonly Department[] } = { invited, quorumShare: '0.5', majorityShare: '0.5', day: '2026-09-11' };

describe('who counts', () => {
  test.each([
    ['0.5', 6, 4],
    ['0.5', 5, 3],
    ['0.5', 1, 1],
    ['0.666667', 6, 5],
    ['0', 6, 1],
  ])('more than %s of %i are %i', (share, count, least) => expect(moreThan(share, count)).toBe(least));

  test('nobody recused is present, and no vote of theirs counts', () => {
    const there = [...seats(3), { ...seats(4)[3], recusedBecause: '近亲属。' }];
    expect(countMeeting({ seats: there }, rules)).toEqual({ invited: 6, present: 3, quorum: 4, inFavour: 3, majority: 2 });
  });

  test('whoever was not invited does not count', () => {
    const stranger: Seat = { department: 'audit', name: '演审计', opinion: '同意。', vote: 'for' };
    expect(countMeeting({ seats: [...seats(3), stranger] }, rules)).toMatchObject({ present: 3, inFavour: 3 });
  });
});

describe('what may stand', () => {
  test.each<[string, Partial<MeetingRecord>, string | undefined]>([
    ['a quorum and a majority', {}, undefined],
    ['one too few for the quorum', { seats: seats(3) }, 'NO_QUORUM'],
    ['half of the votes', { seats: votes('for', 'for', 'against', 'against') }, 'NO_MAJORITY'],
    ['one vote more than half', { seats: votes('for', 'for', 'for', 'against', 'abstained') }, undefined],
    ['abstentions that leave no majority', { seats: votes('for', 'for', 'abstained', 'abstained') }, 'NO_MAJORITY'],
    ['a department that was not invited', { seats: [...seats(4), { ...seats(1)[0], department: 'audit' }] }, 'NOT_INVITED'],
    ['a department twice', { seats: [...seats(4), seats(1)[0]] }, 'SEAT_TWICE'],
    [
      'an opinion of somebody recused',
      { seats: [...seats(4), { department: 'housing', name: '演戊', recusedBecause: '表亲。', opinion: '同意。' }] },
      'RECUSED_VOTES',
    ],
    [
      'a vote of somebody recused',
      { seats: [...seats(4), { department: 'housing', name: '演戊', recusedBecause: '表亲。', vote: 'for' }] },
      'RECUSED_VOTES',
    ],
    ['somebody without an opinion', { seats: [...seats(4), { department: 'housing', name: '演戊', vote: 'for' }] }, 'OPINION_MISSING'],
    ['somebody without a vote', { seats: [...seats(4), { department: 'housing', name: '演戊', opinion: '同意。' }] }, 'OPINION_MISSING'],
    ['a meeting of today', { heldOn: '2026-09-11' }, undefined],
    ['a meeting of tomorrow', { heldOn: '2026-09-12' }, 'MEETING_NOT_HELD'],
  ])('%s', (_, change, code) => expect(fault(change)).toBe(code));
});

describe('amount and stages', () => {
  test.each<[string, Partial<MeetingRecord>, string | undefined]>([
    ['one stage that is paid at once', { amount: '25000', stages: [{ amount: '25000' }] }, undefined],
    [
      'two stages that make up the amount to the fen',
      { amount: '25000', stages: [{ amount: '15000.01' }, { amount: '9999.99', on: '2026-10-20' }] },
      undefined,
    ],
    ['a fen too little', { amount: '25000', stages: [{ amount: '15000' }, { amount: '9999.99', on: '2026-10-20' }] }, 'STAGES_DIFFER'],
    ['a fen too much', { amount: '25000', stages: [{ amount: '15000' }, { amount: '10000.01', on: '2026-10-20' }] }, 'STAGES_DIFFER'],
    ['an amount of nothing', { amount: '0', stages: [{ amount: '0' }] }, 'AMOUNT_OF_NOTHING'],
    ['a stage of nothing', { amount: '100', stages: [{ amount: '100' }, { amount: '0', on: '2026-10-20' }] }, 'AMOUNT_OF_NOTHING'],
    ['no stage at all', { amount: '100', stages: [] }, 'STAGES_DIFFER'],
    ['a first stage on a condition', { amount: '100', stages: [{ amount: '100', condition: '入院后' }] }, undefined],
    [
      'a second stage without a day or a condition',
      { amount: '200', stages: [{ amount: '100' }, { amount: '100' }] },
      'STAGE_WITHOUT_WHEN',
    ],
    [
      'a stage with both',
      { amount: '200', stages: [{ amount: '100' }, { amount: '100', on: '2026-10-20', condition: '出院后' }] },
      'STAGE_WITHOUT_WHEN',
    ],
    ['a stage on the day of the meeting', { amount: '100', stages: [{ amount: '100', on: '2026-09-10' }] }, undefined],
    ['a stage before the meeting', { amount: '100', stages: [{ amount: '100', on: '2026-09-09' }] }, 'STAGE_WITHOUT_WHEN'],
    [
      'days that go backwards',
      {
        amount: '300',
        stages: [
          { amount: '100', on: '2026-10-20' },
          { amount: '100', condition: '出院后' },
          { amount: '100', on: '2026-10-19' },
        ],
      },
      'STAGE_WITHOUT_WHEN',
    ],
  ])('%s', (_, change, code) => expect(fault(change)).toBe(code));

  test('a refusal has neither', () => expect(findMeetingFault('refused', record({}), rules)).toBeUndefined());
});

function seats(count: number): Seat[] {
  return invited.slice(0, count).map((department, i) => ({ department, name: `演${i}`, opinion: '同意。', vote: 'for' }));
}

function votes(...cast: Seat['vote'][]): Seat[] {
  return seats(cast.length).map((seat, i) => ({ ...seat, vote: cast[i] as NonNullable<Seat['vote']> }));
}

function record(change: Partial<MeetingRecord>): MeetingRecord {
  return { heldOn: '2026-09-10', seats: seats(4), reason: '集体研究。', ...change };
}

function fault(change: Partial<MeetingRecord>): string | undefined {
  return findMeetingFault('approved', record(change), rules)?.code;
}
