import { clocks, letters, sideCommands } from '@zhouji/domain';
import Type from 'typebox';

export const ClockWord = Type.Enum(Object.keys(clocks) as (keyof typeof clocks)[]);
export const LetterWord = Type.Enum(Object.keys(letters) as (keyof typeof letters)[]);

export const SideCommandWord = Type.Enum(Object.keys(sideCommands) as (keyof typeof sideCommands)[]);

/** What an entry of the ledger says beyond its kind; it depends on the kind. */
export const LedgerData = Type.Record(Type.String(), Type.Unknown());
