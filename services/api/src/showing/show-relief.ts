import type { ReliefFile as StoredFile, ReliefLine as StoredLine, ReliefRow } from '@zhouji/database';
import { dayOf, type Fen, formatYuan, maskIdNumber, reliefChannels } from '@zhouji/domain';
import type { ReliefFile, ReliefLine } from '../answers/relief.ts';
import type { Tracking } from '../answers/tracking.ts';
import type { Place } from '../answers/words.ts';
import type { Language } from '../language.ts';

/** A line of the list of reliefs. */
export function reliefLineShown({ township, amountFen, ...line }: StoredLine, place: (code: string) => Place): ReliefLine {
  return { ...line, township: place(township), amount: yuanOf(amountFen) };
}

/**
 * A relief, without the parts of an earlier one that belong to another township. `mayOpen`: whether the caller may read cases
 * there; `saysCode`: whether it is theirs to say the code to the person.
 */
export function reliefFileShown(
  file: StoredFile,
  { place, mayOpen, saysCode }: { place: (code: string) => Place; mayOpen: (township: string) => boolean; saysCode: boolean },
): ReliefFile {
  const { caseId, receipt, township, call, loggedAt, name, idNumber, persons, goods, channel, fund, relievedAt, closedAt } = file;
  return {
    ...{
      id: caseId,
      receipt,
      township: place(township),
      call: withoutNumber(call),
      loggedAt,
      name,
      persons,
      goods,
      channel,
      fund,
      relievedAt,
      closedAt,
    },
    idNumber: idNumber === null ? null : maskIdNumber(idNumber),
    amount: yuanOf(file.amountFen),
    cash: yuanOf(file.cashFen),
    arrived: file.arrived,
    urgencyEndedOn: file.urgencyEndedOn,
    screening: file.screening.map(({ next, grounds }) => ({ next, grounds: [...grounds] })),
    followCode: saysCode ? file.followCode : null,
    payee: file.payeeName,
    grantedBy: file.grantedByName,
    ending: file.ending as ReliefFile['ending'],
    cap: {
      ...{ amount: formatYuan(file.cap.fen), ofOne: formatYuan(file.cap.ofOneFen) },
      ...{ per: file.cap.per, because: file.cap.because, isDemo: file.cap.isDemo },
    },
    fundBalance: formatYuan(file.fundFen),
    earlier: file.earlier.map(({ caseId: id, township: where, amountFen, ...earlier }) => ({
      ...{ id: mayOpen(where) ? id : null, receipt: earlier.receipt, township: place(where), loggedAt: earlier.loggedAt },
      ...{ amount: yuanOf(amountFen), goods: earlier.goods, isRelieved: earlier.isRelieved },
    })),
    repeatDays: file.repeatDays,
    papersDueOn: file.papersDueOn,
    recovery:
      file.recoveryFen === null || file.recoveryAt === null
        ? null
        : {
            ...{ amount: formatYuan(file.recoveryFen), recovered: formatYuan(file.recoveredFen) },
            ...{ reason: file.recoveryReason ?? '', at: file.recoveryAt, by: file.recoveryByName },
          },
  };
}

/** What the receipt's holder reads of what is given; nothing before it is decided. */
export function trackedReliefShown(relief: ReliefRow | null, language: Language): Tracking['relief'] {
  if (!relief?.channel || !relief.grantedAt) return null;
  const { amountFen, goods, channel, grantedAt, relievedAt } = relief;
  return { amount: yuanOf(amountFen), goods, channel: reliefChannels[channel].label[language], decidedOn: dayOf(grantedAt), relievedAt };
}

/** Nobody needs the whole number to decide. */
function withoutNumber(call: StoredFile['call']): StoredFile['call'] {
  const { idNumber: _hidden, ...person } = call.person;
  return { ...call, person };
}

function yuanOf(amount: Fen | null): string | null {
  return amount === null ? null : formatYuan(amount);
}
