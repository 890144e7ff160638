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
  CASE_CLOSED: { status: 409, zh: '本办件已经办结，不能再更改。', en: 'This case is closed and cannot be changed any more.' },
  DUPLICATE: {
    status: 409,
    zh: '家庭中有人已有在办或正在享受的同类救助。先核对原办件。',
    en: 'A member of the household already has an open case or an award of this programme. Look at that case first.',
  },
  OUTCOME_NOT_NOW: {
    status: 409,
    zh: '本环节现在不能给出这个结果。',
    en: 'This outcome cannot be given at this point.',
  },
  NOTICE_OVER: {
    status: 409,
    zh: '公示已经结束，不能再提出异议。可以拨打监督电话。',
    en: 'The notice has ended; objections are closed. You can call the supervision number.',
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
