import { changeKinds, contradictions, emergencyKindCodes, kin, letters, modes, PlainDate, relativeSources } from '@zhouji/domain';
import Type from 'typebox';
import { applicantOf, fillIn, type Scene } from './fill-in.ts';

const closed = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Because = Type.Object({ reason: Type.Optional(Text) }, closed);

/**
 * What can be done in a case besides giving a task its outcome.
 *
 * - `with`: what may stand in `with`; `fill` is what the API is sent where it is silent, or how that is found.
 * - `route`: the route that takes it, as the OpenAPI document writes it, by POST unless `method` says otherwise. The braces are filled from the case,
 *   or with the emergency that was declared last.
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
  'register-relative': {
    with: Type.Object(
      { member: Type.Optional(Text), officer: Text, relation: Type.Enum([...kin]), how: Type.Optional(Type.Enum(relativeSources)) },
      closed,
    ),
    fill: ({ household }: Scene) => ({ member: applicantOf(household) }),
    route: '/api/cases/{case}/relatives',
    by: 'accept',
  },
  'answer-question': {
    with: Type.Object({ code: Type.Enum(Object.keys(contradictions)), members: Type.Array(Text), note: Type.Optional(Text) }, closed),
    fill: { note: '已与申请人核实，情况属实，有证明材料。' },
    route: '/api/cases/{case}/answers',
    by: 'accept',
  },
  'answer-help': {
    with: Type.Object({ place: Text, receiving: Type.Optional(Type.Boolean()), note: Type.Optional(Text) }, closed),
    fill: { receiving: false },
    route: '/api/cases/{case}/help-answers',
    by: 'accept',
  },
  complain: {
    with: Type.Object({ text: Type.Optional(Text) }, closed),
    fill: { text: '有人来电投诉，这一家的情况与公示不符。' },
    route: '/api/cases/{case}/complaints',
    by: 'accept',
  },
  extend: {
    with: Type.Object({ reason: Type.Optional(Text), note: Type.Optional(Text) }, closed),
    fill: { reason: 'objection' },
    route: '/api/cases/{case}/extension',
    by: 'confirm',
  },
  'report-death': {
    with: Type.Object(
      {
        member: Type.Optional(Text),
        diedOn: Type.Optional(PlainDate),
        newApplicant: Type.Optional(Text),
        reason: Type.Optional(Text),
      },
      closed,
    ),
    fill: ({ household, day }: Scene) => ({ member: applicantOf(household), diedOn: day, reason: '家庭成员已经去世，有死亡证明。' }),
    route: '/api/cases/{life}/deaths',
    by: 'accept',
  },
  'report-change': {
    with: Type.Object({ what: Type.Optional(Type.Enum(Object.keys(changeKinds))), text: Type.Optional(Text) }, closed),
    fill: { what: 'income', text: '家庭收入有变化。' },
    route: '/api/cases/{life}/changes',
    by: 'applicant',
  },
  'record-work-refusal': {
    with: Type.Object(
      {
        member: Type.Optional(Text),
        offeredOn: Type.Optional(PlainDate),
        offer: Type.Optional(Text),
        hasGoodReason: Type.Optional(Type.Boolean()),
        reason: Type.Optional(Text),
      },
      closed,
    ),
    fill: ({ household, day }: Scene) => ({
      ...{ member: applicantOf(household), offeredOn: day, offer: '镇上的保洁工作，每月 1800 元。' },
      ...{ hasGoodReason: false, reason: '没有说明理由。' },
    }),
    route: '/api/cases/{life}/work-refusals',
    by: 'review-award',
  },
  'give-up': {
    with: Because,
    fill: { reason: '家庭情况好转，自愿放弃。' },
    route: '/api/cases/{life}/giving-up',
    by: 'applicant',
  },
  'refuse-to-cooperate': {
    with: Because,
    fill: { kind: 'refuses-to-cooperate', reason: '两次上门无人配合，又拒绝签署核对授权。' },
    route: '/api/cases/{case}/reports',
    by: 'accept',
  },
  transfer: {
    with: Type.Object({ township: Type.Optional(Text), village: Type.Optional(Text), reason: Type.Optional(Text) }, closed),
    fill: (scene: Scene) => fillIn('intake', 'transferred', scene),
    route: '/api/cases/{case}/transfer',
    by: 'accept',
  },
  'set-mode': {
    with: Type.Object(
      { mode: Type.Enum(modes), from: Type.Optional(PlainDate), source: Type.Optional(Text), programme: Type.Optional(Text) },
      closed,
    ),
    fill: ({ day, programme }: Scene) => ({ programme, from: day, source: '演示县文件' }),
    route: '/api/settings/confirmation-modes',
    method: 'PUT',
    by: 'county-confirm',
  },
  'declare-emergency': {
    with: Type.Object(
      {
        kind: Type.Optional(Type.Enum(emergencyKindCodes)),
        title: Type.Optional(Text),
        reason: Type.Optional(Text),
        source: Type.Optional(Text),
        townships: Type.Optional(Type.Array(Text)),
        from: Type.Optional(PlainDate),
        until: Type.Optional(PlainDate),
      },
      closed,
    ),
    fill: ({ day }: Scene) => ({
      ...{ kind: 'disaster', title: '洪涝灾害（演示）', reason: '多村进水，道路中断。', source: '演示县文件' },
      ...{ townships: null, from: day, until: day },
    }),
    route: '/api/emergencies',
    by: 'switch-emergency',
  },
  'end-emergency': {
    with: Type.Object({ lastDay: Type.Optional(PlainDate), reason: Type.Optional(Text) }, closed),
    fill: ({ day }: Scene) => ({ lastDay: day, reason: '险情解除。' }),
    route: '/api/emergencies/{emergency}/end',
    by: 'switch-emergency',
  },
  identify: {
    with: Type.Object(
      { name: Type.Optional(Text), idNumber: Type.Optional(Text), phone: Type.Optional(Text), address: Type.Optional(Text) },
      closed,
    ),
    fill: ({ household }: Scene) => identityOf(household),
    route: '/api/reliefs/{case}/identity',
    method: 'PUT',
    by: 'complete-file',
  },
  'end-urgency': {
    with: Type.Object({ on: Type.Optional(PlainDate), note: Type.Optional(Text) }, closed),
    fill: ({ day }: Scene) => ({ on: day }),
    route: '/api/reliefs/{case}/urgency-end',
    by: 'complete-file',
  },
  'demand-recovery': {
    with: Type.Object({ reason: Type.Optional(Text), amount: Type.Optional(Text) }, closed),
    fill: { reason: '经核实，所述情况不实。' },
    route: '/api/reliefs/{case}/recovery',
    by: 'oversee-relief',
  },
  'request-discussion': {
    with: Type.Object({ request: Type.Optional(Type.Unknown()), because: Type.Optional(Text) }, closed),
    // Whoever says why does not file.
    fill: (scene: Scene, given: Record<string, unknown>) =>
      given['because'] === undefined ? { request: fillIn('request-discussion', 'registered', scene) } : {},
    route: '/api/cases/{case}/discussions',
    by: 'request-discussion',
  },
  refer: {
    with: Type.Object(
      {
        receiver: Type.Optional(Text),
        what: Type.Optional(Text),
        passed: Type.Optional(Type.Unknown()),
        consent: Type.Optional(Type.Unknown()),
      },
      closed,
    ),
    fill: { receiver: 'yanshi-charity', what: '请提供慈善帮扶。' },
    route: '/api/cases/{case}/referrals',
    by: 'refer',
  },
  'serve-letter': {
    with: Type.Object({ letter: Type.Optional(Type.Enum(Object.keys(letters))), how: Type.Optional(Text) }, closed),
    fill: { how: 'in-person' },
    route: '/api/letters/{letter}/service',
    by: 'accept',
  },
} as const satisfies Record<string, Command>;

/** Who it was: the applicant of the scenario's household. */
function identityOf({ members }: Scene['household']): Record<string, unknown> {
  const { name, idNumber } = members.find(({ relation }) => relation === 'applicant') ?? members[0] ?? {};
  return { ...(name && { name }), ...(idNumber && { idNumber }) };
}

interface Command {
  with: Type.TObject;
  fill: Record<string, unknown> | ((scene: Scene, given: Record<string, unknown>) => Record<string, unknown>);
  route: string;
  method?: 'PUT';
  by: string;
}
export type SideCommand = keyof typeof sideCommands;

/** The row of a side command, with its columns readable for all alike. */
export function sideCommandRow(command: SideCommand): Command {
  return sideCommands[command];
}

/** Whether the word names a side command. */
export function isSideCommand(word: string): word is SideCommand {
  return Object.hasOwn(sideCommands, word);
}
