/**
 * Every way in which the system says no. A refusal is the system being right: it has a code that the API, the
 * statutes' players and both languages know, a sentence that says what, where and what now, and it changes nothing.
 *
 * `status` is the HTTP status that the API answers with; nothing else in the domain knows of HTTP.
 */
export const refusals = {
  MALFORMED: {
    status: 400,
    zh: '收到的内容无法读取。检查格式后重新提交。',
    en: 'What was sent cannot be read. Check its format and send it again.',
  },
  FIELDS_REFUSED: {
    status: 422,
    zh: '有些内容需要更正。每一处都已列出。',
    en: 'Some fields need to be corrected. Each is listed.',
  },
  NOT_SIGNED_IN: { status: 401, zh: '登录后才能继续。', en: 'Sign in to go on.' },
  SIGN_IN_FAILED: {
    status: 401,
    zh: '用户名或密码不对。检查后重试。',
    en: 'The user name or the password is not right. Check both and try again.',
  },
  CROSS_SITE: {
    status: 403,
    zh: '这次提交不是从本系统页面发出的。回到页面后重新提交。',
    en: 'This was not sent from a page of this system. Go back to the page and send it again.',
  },
  NOT_YOUR_DUTY: { status: 403, zh: '这件事不在你的职责内。', en: 'This is not among your duties.' },
  FOUR_EYES: {
    status: 403,
    zh: '你已经办理过本案的另一个环节，这一步要由另一个人办理。',
    en: 'You have done another step of this case; this one must be done by somebody else.',
  },
  RECUSED: {
    status: 403,
    zh: '你与本案家庭有近亲属关系，已回避。由其他人办理。',
    en: 'You are a close relative of this household and are recused. Somebody else handles the case.',
  },
  NOT_FOUND: { status: 404, zh: '没有找到，或者不在你的管辖范围内。', en: 'Not found, or not within your area.' },
  TASK_CLOSED: {
    status: 409,
    zh: '这项待办已经办结。',
    en: 'This task has been done already.',
  },
  LETTER_SERVED: {
    status: 409,
    zh: '这份文书已经登记送达，送达记录不能更改。',
    en: 'The service of this letter is recorded already and is not changed.',
  },
  CASE_CLOSED: { status: 409, zh: '本办件已经办结，不能再更改。', en: 'This case is closed and cannot be changed any more.' },
  DUPLICATE: {
    status: 409,
    zh: '家庭中有人已有在办或正在享受的同类救助。先核对原办件。',
    en: 'A member of the household already has an open case or an award of this programme. Look at that case first.',
  },
  EXCLUDED_BY_AWARD: {
    status: 409,
    zh: '家庭成员正在享受另一类救助，不能同时认定这一类。那一类救助停止以后再申请；家庭有困难可以到窗口申请临时救助。',
    en: 'The household is helped by a programme that goes before this one. Apply when that help has ended; in hardship ask at the window for temporary aid.',
  },
  EXCLUDED_BY_APPLICATION: {
    status: 409,
    zh: '家庭成员在另一类救助中还有申请没有办结，两类不能同时办理。等那份申请办结，或者先撤回它。',
    en: 'The household has applied under a programme that excludes this one. Wait for that decision, or take that application back first.',
  },
  RECOGNISED_ALREADY: {
    status: 409,
    zh: '家庭已经认定，现在不用重新申请。到期或核查以前会提醒你，从提醒那天起可以重新申请。',
    en: 'The household is recognised already. You will be reminded before the recognition ends or is reviewed, and can apply anew from that day on.',
  },
  OUTCOME_NOT_NOW: {
    status: 409,
    zh: '本环节现在不能给出这个结果。',
    en: 'This outcome cannot be given at this point.',
  },
  EXTENDED_ALREADY: {
    status: 409,
    zh: '审核确认期限已经延长过，不能再以别的理由延长。',
    en: 'The time limit was lengthened before; it cannot be lengthened again for another reason.',
  },
  GUARDIAN_NEEDED: {
    status: 409,
    zh: '家庭中只剩未成年人，没有人可以接替申请人。先确定监护人，由监护人为孩子重新申请，再撤回本办件。',
    en: 'Only minors are left in the household, and none of them can be the applicant. Have a guardian named who applies for them anew, then withdraw this case.',
  },
  FACTS_CHANGED: {
    status: 409,
    zh: '初审意见提出后，家庭情况有了变化。退回重新提出初审意见。',
    en: 'The facts of the household changed after the opinion was formed. Send the file back for a new opinion.',
  },
  NOTICE_OVER: {
    status: 409,
    zh: '公示已经结束，不能再提出异议。可以拨打监督电话。',
    en: 'The notice has ended; objections are closed. You can call the supervision number.',
  },
  NOTHING_ASKED: {
    status: 409,
    zh: '现在没有需要你办的这一步。看看办理进度，或者拨打窗口电话。',
    en: 'Nothing of this kind is asked of you now. Look at where the case stands, or call the window.',
  },
  PAPERS_FULL: {
    status: 409,
    zh: '网上收到的文件已经够多，不能再传。其余的交到受理窗口。',
    en: 'As many files as can be taken online have arrived. Bring the rest to the window.',
  },
  GONE: { status: 410, zh: '公示期已满，内容已撤下。', en: 'The notice has ended and was taken down.' },
  STALE: {
    status: 412,
    zh: '在你打开之后，内容已被别人更改。看过新内容后再提交。',
    en: 'It has been changed since you opened it. Look at what is new, then send again.',
  },
  TOO_LARGE: { status: 413, zh: '内容太大。减小后重新提交。', en: 'It is too large. Make it smaller and send it again.' },
  MEDIA_TYPE: { status: 415, zh: '不接受这种内容格式。', en: 'This kind of content is not taken.' },
  FILE_REFUSED: {
    status: 422,
    zh: '只接受不超过 10 MB 的 JPEG、PNG 或 PDF 文件。',
    en: 'Only JPEG, PNG or PDF files of up to 10 MB are taken.',
  },
  OUTCOME_UNKNOWN: { status: 422, zh: '这项待办没有这个结果。', en: 'This task has no such outcome.' },
  FROM_PASSED: {
    status: 422,
    zh: '只能从今天或者以后的日期起设定。已受理的办件仍按受理时的方式办理。',
    en: 'It can be set from today or a later day. Cases accepted before keep the mode of their acceptance.',
  },
  MEMBER_UNKNOWN: {
    status: 422,
    zh: '家庭成员中没有这个人。核对姓名后重新填写。',
    en: 'The household has no such member. Compare the name and write it again.',
  },
  MEMBER_DECEASED: {
    status: 422,
    zh: '表中还有已经去世的家庭成员。按现在的家庭情况重新填写。',
    en: 'A member who has died is still in the form. Fill it in for the household as it is now.',
  },
  DAY_IMPOSSIBLE: {
    status: 422,
    zh: '这个日期不可能：它晚于今天，或者早于出生日期。核对后重新填写。',
    en: 'This day cannot be right: it lies after today or before the birth. Check it and write it again.',
  },
  APPLICANT_NOT_POSSIBLE: {
    status: 422,
    zh: '只有共同生活、计入家庭的成年人才能接替申请人。从名单中选一位。',
    en: 'Only an adult who counts as a member can take the place of the applicant. Choose one of the list.',
  },
  TRANSFER_NOWHERE: {
    status: 422,
    zh: '没有这个乡镇（街道），或者它就是本乡镇（街道）。选择应当受理的乡镇（街道）。',
    en: 'There is no such township, or it is this one. Choose the township that has to take the application.',
  },
  EXTENSION_NOT_LAWFUL: {
    status: 422,
    zh: '只有公示有异议、人户分离、异地申办、调查难度较大，才可以延长审核确认期限。公示异议要先有登记。',
    en: 'The time limit becomes longer only for an objection during the notice, a household registration elsewhere, an application away from home, or an especially hard survey. An objection must have been entered.',
  },
  OPINION_AGAINST_ASSESSMENT: {
    status: 422,
    zh: '初审意见与核算结果不一致。先更正家庭事实，或写明理由。',
    en: 'The opinion differs from the assessment. Correct the facts of the household first, or state the reason.',
  },
  FACTS_CONTRADICT: {
    status: 422,
    zh: '家庭情况有互相矛盾的地方。先与申请人核实并更正。',
    en: 'The facts of the household contradict each other. Clear them up with the applicant and correct them first.',
  },
  SURVEY_REMOTE: {
    status: 422,
    zh: '本地现在没有重大突发事件，不能用电话或视频代替入户调查。安排两名调查人员上门。',
    en: 'No major emergency is declared here today, so a phone or video call cannot replace the visit. Have two surveyors visit the household.',
  },
  REVIEW_INCOMPLETE: {
    status: 422,
    zh: '民主评议记录不完整：写明评议日期、参加人数和赞成、反对、弃权票数，人数不少于本地规定，票数之和等于参加人数。',
    en: 'The record of the democratic review is incomplete: give its day, the participants and the votes for, against and abstaining; at least as many participants as the place demands, and as many votes as participants.',
  },
  HELD_BY_PLATFORM: {
    status: 422,
    zh: '有的材料可以从国家机关的信息平台查到，不能要求申请人提供。从清单中去掉后重新提交。',
    en: 'A platform of public offices holds one of these papers, so the applicant must not be asked for it. Take it off the list and send it again.',
  },
  NOT_CLOSE_RELATIVE: {
    status: 422,
    zh: '这种关系不属于近亲属，不登记备案。有人举报的，按举报核查。',
    en: 'This relation is no close relative by law, so it is not registered. A report about it is checked as a report.',
  },
  COUNTY_VISIT_FIRST: {
    status: 409,
    zh: '本案登记了近亲属，县级入户核查以后才能作出决定。等待县级核查。',
    en: 'A close relative is registered in this case: the county visits before anybody decides. Wait for its visit.',
  },
  NOTICE_PROVEN: {
    status: 409,
    zh: '这份公示已经有张贴或撤下记录，不能更改。',
    en: 'The posting or removal of this notice is recorded already and is not changed.',
  },
  PROOF_REFUSED: {
    status: 422,
    zh: '照片或时间不对：照片要属于本公示，张贴时间不早于公示开始，撤下时间不早于张贴，都不晚于现在。',
    en: 'The photo or the time does not fit: the photo must belong to this notice; posted not before the notice began, removed not before it was posted, and neither after now.',
  },
  SLIP_UNKNOWN: { status: 404, zh: '没有找到这张异议回执。检查回执编号。', en: 'No objection has this slip. Check its number.' },
  NO_SUCH_QUESTION: {
    status: 422,
    zh: '家庭情况中没有这个疑问，或者这个疑问只能更正事实，不能用说明代替。',
    en: 'The facts raise no such question, or it cannot be explained and the facts have to be corrected.',
  },
  HEARING_FIRST: {
    status: 409,
    zh: '减发或停发之前要先听取当事人的意见。先完成听取意见并记录。',
    en: 'Before an award is cut or stopped its recipient is heard. Hear them and record it first.',
  },
  MEMBER_UNABLE: {
    status: 422,
    zh: '该成员没有劳动能力，不能登记拒绝工作。',
    en: 'This member cannot work, so refusing work cannot be held against them.',
  },
  PAY_LIST_TOO_EARLY: {
    status: 422,
    zh: '这个月还没有开始，不能编制发放名册。到当月再编制。',
    en: 'That month has not begun; its payment list cannot be made yet. Make it when the month has come.',
  },
  TWO_SURVEYORS: {
    status: 422,
    zh: '入户调查至少由两名不同的调查人员进行。',
    en: 'A household survey takes at least two different surveyors.',
  },
  CALENDAR_UNKNOWN: {
    status: 422,
    zh: '期限落在尚未公布工作日历的年份，不能推算。先导入该年日历。',
    en: 'The limit falls in a year whose working-day calendar is not published; it is not guessed. Import that calendar first.',
  },
  PARAMETER_UNKNOWN: {
    status: 422,
    zh: '该日没有生效的政策标准。先设置标准。',
    en: 'No parameter is in force on that day. Set it first.',
  },
  PROGRAMME_NOT_OFFERED: {
    status: 422,
    zh: '这里还不能办理该救助类别。可到窗口咨询。',
    en: 'This programme is not offered here yet. Ask at the window.',
  },
  SERVICE_DAY_WRONG: {
    status: 422,
    zh: '送达日期不能早于签发日期，也不能晚于今天。更正日期后重新登记。',
    en: 'A letter cannot be served before it was issued, nor after today. Correct the day and record it again.',
  },
  SERVICE_UNPROVEN: {
    status: 422,
    zh: '邮寄送达要填写邮件号，留置送达要填写见证人。补填后重新登记。',
    en: 'Service by post needs its tracking number, leaving at the door needs a witness. Add it and record it again.',
  },
  VERIFY_CODE_UNKNOWN: {
    status: 404,
    zh: '没有这个验证码的文书。对照文书上的验证码逐字检查，或者到签发机关窗口核实。',
    en: 'There is no letter with this code. Compare it with the letter character by character, or ask at the office that issued it.',
  },
  LAST_FOUR_WRONG: {
    status: 404,
    zh: '没有找到。检查受理编号和身份证后四位。',
    en: 'Nothing found. Check the receipt number and the last four of the ID number.',
  },
  NOT_OFFERED_HERE: { status: 403, zh: '这里不能这样做。', en: 'This cannot be done here.' },
  KEY_REUSED: {
    status: 422,
    zh: '同一个提交编号被用于不同的内容。刷新页面后重新提交。',
    en: 'The same Idempotency-Key was used for different content. Reload the page and send again.',
  },
  TOO_MANY: { status: 429, zh: '次数太多，稍后再试。', en: 'Too many attempts. Try again a little later.' },
  UNAVAILABLE: {
    status: 503,
    zh: '暂时不能办理，已填内容没有丢失。稍后再试。',
    en: 'Not available at the moment; nothing you typed is lost. Try again shortly.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

/** A code of {@link refusals}. */
export type RefusalCode = keyof typeof refusals;

/** What is thrown to say no. `details` is shown to whoever asked, so it holds nothing that they may not know. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;

  constructor(code: RefusalCode, details: Record<string, unknown> = {}) {
    super(`${code}: ${refusals[code].en}`);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Says no: throws a {@link Refusal}. */
export function refuse(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details);
}
