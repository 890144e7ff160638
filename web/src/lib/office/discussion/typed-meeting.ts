import type { Department, Measure, MeetingResult, PayChannel, Seat, Vote } from '@zhouji/domain';
import { readAmount } from '#lib/typed-input/typed-amount.ts';
import { passedFrom, type TypedThing } from '../referral/typed-things.ts';

/** A department that was invited, as the recorder types who came for it. */
export interface TypedSeat {
  department: Department;
  isThere: boolean;
  name: string;
  isRecused: boolean;
  recusedBecause: string;
  opinion: string;
  vote: Vote | '';
}

export interface TypedStage {
  amount: string;
  when: 'now' | 'day' | 'condition';
  on: string;
  condition: string;
  channel: PayChannel;
  what: string;
}

export interface TypedMeasure {
  receiver: string;
  what: string;
  things: TypedThing[];
}

/** The record of a meeting as it is typed. Amounts begin empty: nobody but the meeting says them. */
export interface TypedMeeting {
  result: MeetingResult | '';
  heldOn: string;
  reason: string;
  amount: string;
  seats: TypedSeat[];
  stages: TypedStage[];
  measures: TypedMeasure[];
}

/** An empty record for those who were invited. */
export function emptyMeeting(invited: readonly Department[], today: string): TypedMeeting {
  const seat = { isThere: false, name: '', isRecused: false, recusedBecause: '', opinion: '', vote: '' } as const;
  return {
    ...{ result: '', heldOn: today, reason: '', amount: '', measures: [] },
    seats: invited.map((department) => ({ department, ...seat })),
    stages: [emptyStage('now')],
  };
}

/** A stage that nobody has said anything of, by the bank as money usually goes. */
export function emptyStage(when: TypedStage['when']): TypedStage {
  return { amount: '', when, on: '', condition: '', channel: 'bank', what: '' };
}

/** Those who came, as the record says it: whoever is recused without opinion and vote. */
export function seatsOf(seats: readonly TypedSeat[]): Seat[] {
  return seats
    .filter(({ isThere }) => isThere)
    .map(({ department, name, isRecused, recusedBecause, opinion, vote }) => ({
      ...{ department, name: name.trim() },
      ...(isRecused
        ? { recusedBecause: recusedBecause.trim() }
        : { ...(opinion.trim() ? { opinion: opinion.trim() } : {}), ...(vote ? { vote } : {}) }),
    }));
}

/** The body that goes with the result. What cannot be read as an amount goes as it was typed, and is refused where it stands. */
export function meetingBody(typed: TypedMeeting): Record<string, unknown> {
  const { result, heldOn, reason } = typed;
  const held = { heldOn, seats: seatsOf(typed.seats), reason: reason.trim() };
  const measures = typed.measures.map(measureOf).filter(({ receiver, what }) => receiver !== '' || what !== '');
  if (result === 'refer') return { ...held, measures };
  if (result !== 'approved') return held;
  return {
    ...held,
    amount: readAmount(typed.amount) ?? typed.amount,
    stages: typed.stages.map(({ amount, when, on, condition, channel, what }) => ({
      amount: readAmount(amount) ?? amount,
      ...(when === 'day' ? { on } : {}),
      ...(when === 'condition' ? { condition: condition.trim() } : {}),
      ...(channel === 'bank' ? {} : { channel }),
      ...(channel === 'goods' ? { what: what.trim() } : {}),
    })),
    ...(measures.length > 0 ? { measures } : {}),
  };
}

function measureOf({ receiver, what, things }: TypedMeasure): Measure {
  const passed = passedFrom(things);
  return { receiver, what: what.trim(), ...(passed.length > 0 ? { passed } : {}) };
}
