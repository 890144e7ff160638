import { letters } from '@zhouji/domain';
import Type from 'typebox';

const closed = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Because = Type.Object({ reason: Type.Optional(Text) }, closed);

/**
 * What can be done in a case besides giving a task its outcome.
 *
 * - `with`: what may stand in `with`; `fill` is what the API is sent where it is silent.
 * - `route`: the route that takes it, as the OpenAPI document writes it. The braces are filled from the case.
 * - `by`: who does it when `as` is left out: who applied, somebody of the public, or whoever has a duty.
 */
export const sideCommands = {
  withdraw: {
    with: Because,
    fill: { reason: '家庭情况已经改变，不再需要。' },
    route: '/api/cases/{case}/withdrawal',
    by: 'applicant',
  },
  object: {
    with: Type.Object({ text: Type.Optional(Text) }, closed),
    fill: { text: '这一家另有收入，没有申报。' },
    route: '/api/notices/{notice}/objections',
    by: 'public',
  },
  extend: {
    with: Because,
    fill: { reason: 'objection' },
    route: '/api/cases/{case}/extension',
    by: 'confirm',
  },
  'report-death': {
    with: Because,
    fill: { kind: 'death', reason: '申请人已经去世，有死亡证明。' },
    route: '/api/cases/{case}/reports',
    by: 'accept',
  },
  'refuse-to-cooperate': {
    with: Because,
    fill: { kind: 'refuses-to-cooperate', reason: '两次上门无人配合，又拒绝签署核对授权。' },
    route: '/api/cases/{case}/reports',
    by: 'accept',
  },
  'serve-letter': {
    with: Type.Object({ letter: Type.Optional(Type.Enum(Object.keys(letters))), how: Type.Optional(Text) }, closed),
    fill: { how: 'in-person' },
    route: '/api/letters/{letter}/service',
    by: 'accept',
  },
} as const satisfies Record<string, { with: Type.TObject; fill: Record<string, unknown>; route: string; by: string }>;
export type SideCommand = keyof typeof sideCommands;

/** Whether the word names a side command. */
export function isSideCommand(word: string): word is SideCommand {
  return Object.hasOwn(sideCommands, word);
}
