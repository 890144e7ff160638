import type { MeetingRecord, MeetingResult, Seat } from '../discussion.ts';
import { fen, formatYuan, parseYuan, type Ratio, shareOf } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Department } from '../receiver.ts';
import type { RefusalCode } from '../refusal.ts';

/** How a meeting comes about and decides: shares of which more is needed, as the place has set them. */
export interface MeetingRules {
  /** Of the departments invited, more than this share must be there. */
  quorumShare: Ratio;
  /** Of those who may vote, more than this share must be for it. */
  majorityShare: Ratio;
  day: PlainDate;
}

/** Who counts: nobody recused is present for the quorum, and none of them votes. */
export interface MeetingCount {
  invited: number;
  present: number;
  quorum: number;
  inFavour: number;
  majority: number;
}

/** More than a share of so many: 3 of 6 is half and not more, 4 is. */
export function moreThan(share: Ratio, count: number): number {
  return shareOf(fen(count), share, 'down') + 1;
}

/** Counts a meeting: departments that were invited and are there for it, and the votes of those. */
export function countMeeting(
  { seats }: Pick<MeetingRecord, 'seats'>,
  { invited, quorumShare, majorityShare }: Omit<MeetingRules, 'day'> & { invited: readonly Department[] },
): MeetingCount {
  const voting = seats.filter((seat) => isVoting(seat) && invited.includes(seat.department));
  const present = new Set(voting.map(({ department }) => department)).size;
  return {
    invited: invited.length,
    present,
    quorum: moreThan(quorumShare, invited.length),
    inFavour: voting.filter(({ vote }) => vote === 'for').length,
    majority: moreThan(majorityShare, voting.length),
  };
}

/**
 * What is wrong with the record of a meeting; undefined when it may stand. Whether its amount is right is nobody's to
 * work out: it is what the meeting said, and its stages make it up to the fen.
 */
export function findMeetingFault(
  result: MeetingResult,
  record: MeetingRecord,
  { invited, ...rules }: MeetingRules & { invited: readonly Department[] },
): { code: RefusalCode; details: Record<string, unknown> } | undefined {
  const fault = (code: RefusalCode, details: Record<string, unknown>) => ({ code, details });
  const stranger = record.seats.find(({ department }) => !invited.includes(department));
  if (stranger) return fault('NOT_INVITED', { department: stranger.department });
  const twice = record.seats.find(({ department }, i) => record.seats.findIndex((other) => other.department === department) !== i);
  if (twice) return fault('SEAT_TWICE', { department: twice.department });
  const recusedVoter = record.seats.find((seat) => !isVoting(seat) && (seat.vote !== undefined || seat.opinion !== undefined));
  if (recusedVoter) return fault('RECUSED_VOTES', { name: recusedVoter.name });
  const silent = record.seats.find((seat) => isVoting(seat) && (seat.opinion === undefined || seat.vote === undefined));
  if (silent) return fault('OPINION_MISSING', { name: silent.name });
  if (record.heldOn > rules.day) return fault('MEETING_NOT_HELD', { heldOn: record.heldOn });
  const count = countMeeting(record, { invited, ...rules });
  if (count.present < count.quorum) return fault('NO_QUORUM', { ...count });
  if (count.inFavour < count.majority) return fault('NO_MAJORITY', { result, ...count });
  return findStageFault(record, fault);
}

/** Whether somebody who sits there counts and votes. */
export function isVoting({ recusedBecause }: Seat): boolean {
  return recusedBecause === undefined;
}

type Fault = { code: RefusalCode; details: Record<string, unknown> };

/** Stages make up the amount; the first may be paid at once, each later one names its day or its condition, not both. */
function findStageFault(
  { amount, stages = [], heldOn }: MeetingRecord,
  fault: (code: RefusalCode, details: Record<string, unknown>) => Fault,
): Fault | undefined {
  if (amount === undefined) return undefined;
  const sum = stages.reduce((total, stage) => total + parseYuan(stage.amount), 0);
  if (parseYuan(amount) === 0 || stages.some((stage) => parseYuan(stage.amount) === 0)) return fault('AMOUNT_OF_NOTHING', {});
  if (sum !== parseYuan(amount)) return fault('STAGES_DIFFER', { amount, sum: formatYuan(fen(sum)) });
  for (const [i, { on, condition }] of stages.entries()) {
    const isUnclear = (on !== undefined && condition !== undefined) || (i > 0 && on === undefined && condition === undefined);
    const before = stages.slice(0, i).findLast((stage) => stage.on !== undefined)?.on ?? heldOn;
    if ((stages[i]?.channel === 'goods') !== (stages[i]?.what !== undefined)) return fault('STAGE_GOODS_UNNAMED', { stage: i + 1 });
    if (isUnclear || (on !== undefined && on < before)) return fault('STAGE_WITHOUT_WHEN', { stage: i + 1 });
  }
  return undefined;
}
