import type { Label } from './label.ts';

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
  CALL_IN_FUTURE: {
    status: 422,
    zh: '接报时间不能晚于现在。改正后重新提交。',
    en: 'The call cannot have been logged later than now. Correct the time.',
  },
  RELIEF_OVER_CAP: {
    status: 422,
    zh: '金额超过小额快救的上限，没有保存。先在上限以内救助；还不够的，走支出型临时救助的一般程序，重大困难提请一事一议。实物不计入上限。',
    en: 'The amount is over the cap of a small quick relief; nothing was saved. Help within the cap first. If that is not enough, take the ordinary path of temporary aid, or ask for a discussion of the case. Goods do not count.',
  },
  PROTECT_FIRST: {
    status: 422,
    zh: '有独自一人的未成年人、精神障碍患者或者危重病人。先安排保护，写明由谁、怎样保护，再选择怎么办。',
    en: 'There is a minor alone, or a mentally or critically ill person. Protect them first, say who does it and how, then choose.',
  },
  NOT_WITNESSED: {
    status: 422,
    zh: '先行救助要有一名见证人，或者一张现场照片。补上其中一样再提交；身份和其他材料可以以后补。',
    en: 'A quick relief needs one witness or one photo of the place. Add either; identity and papers may follow.',
  },
  RELIEF_UNIDENTIFIED: {
    status: 422,
    zh: '还不知道受助人的姓名或者身份证号码。先在“补录身份”中补上；确实无法查明的，写明原因再提交。',
    en: 'The name or ID number of the person is not known yet. Enter it first, or say why it cannot be found out.',
  },
  RELIEF_AMOUNT_DIFFERS: {
    status: 422,
    zh: '档案上的金额与实际发放的不一致。按实际发放的金额填写；发错了的，先更正发放记录。',
    en: 'The amount on file is not what was paid out. Enter what was paid.',
  },
  RECEIPT_UNPROVEN: {
    status: 422,
    zh: '签收要有依据：签字的上传签收单，拍照的上传照片；都没有的，写明见证人。',
    en: 'A hand-over must be shown: the signed receipt, a photo, or a witness.',
  },
  ROSTER_PERSON: {
    status: 422,
    zh: '只能安排本乡镇的审核人值班。另选一人。',
    en: 'Only a reviewer of the township can be put on this roster. Choose somebody else.',
  },
  ROSTER_DAYS: {
    status: 422,
    zh: '值班从今天或者以后开始，结束日期不能早于开始日期，一次最多安排一年。改正后重新提交。',
    en: 'A turn begins today at the earliest, does not end before it begins, and lasts a year at most. Correct the days.',
  },
  ROSTER_OVERLAPS: {
    status: 409,
    zh: '这个人在这些天里已经排了班。另选日期，或者先取消原来的班次。',
    en: 'This person is on the roster on some of these days already. Choose other days, or take that turn off first.',
  },
  URGENCY_GOES_ON: {
    status: 409,
    zh: '紧急情形还没有登记解除。先登记解除日期，再办这一步。',
    en: 'Nobody has said that the urgency is over. Enter the day on which it ended first.',
  },
  URGENCY_OVER: {
    status: 409,
    zh: '紧急情形解除已经登记过，不再重复登记。',
    en: 'That the urgency is over is on record already. Nothing was changed.',
  },
  NOT_RELIEVED_YET: {
    status: 409,
    zh: '救助还没有到位。先发放款物，再登记紧急情形解除；不需要救助了的，由审批人决定不予救助。',
    en: 'Nobody has been helped yet. Hand the relief over first; where it is not needed any more, it is declined.',
  },
  URGENCY_DAY_WRONG: {
    status: 422,
    zh: '紧急情形解除的日期不能早于接报的日期，也不能晚于今天。改正后重新提交。',
    en: 'The urgency cannot have ended before the call or after today. Correct the day.',
  },
  NOTHING_TO_RECOVER: {
    status: 409,
    zh: '这笔救助还没有发出，或者已经责令退回。没有发出的，在待办中办理。',
    en: 'Nothing of this relief was paid, or repayment is demanded already.',
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
  PHOTO_REFUSED: {
    status: 422,
    zh: '只接受不超过 10 MB 的 JPEG 或 PNG 照片。换一张，或者重新拍一张；不加照片也可以。',
    en: 'Only JPEG or PNG photos of up to 10 MB are taken. Choose another, or take it again; it also goes without a photo.',
  },
  PHOTOS_FULL: {
    status: 409,
    zh: '这条线索的照片已经够了，不能再加。',
    en: 'This report has as many photos as it takes; no more are needed.',
  },
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
  EMERGENCY_DAYS: {
    status: 422,
    zh: '应急状态只能从今天或者以后的日期开始，结束日期不能早于开始日期。以前办的事按当时的规定。改正日期后重新提交。',
    en: 'Emergency mode can begin or end today or later, and not end before it begins. What was done before keeps to the rules of then. Correct the days and send it again.',
  },
  EMERGENCY_OVER: {
    status: 409,
    zh: '这次应急状态已经结束，或者本来就在那一天或更早结束。需要延续的，另行启动一次。',
    en: 'This emergency is over, or ends on that day or earlier anyway. To go on with it, declare another one.',
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
    zh: '这个日期不可能：它晚于今天，或者早于能有这件事的那一天（如出生、受理）。核对后重新填写。',
    en: 'This day cannot be right: it lies after today, or before the thing could be (a birth, an acceptance). Check it and write it again.',
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
  RESERVE_FUND_EXHAUSTED: {
    status: 409,
    zh: '本乡镇本年度备用金余额不足，不能支出这笔款。请县级民政部门补充备用金，或者改用救助资金发放。',
    en: 'The reserve fund of this township does not hold enough for this. Ask the county to top it up, or pay from the assistance fund.',
  },
  PAYMENT_AMOUNT: {
    status: 422,
    zh: '发放金额必须大于零，一次不超过一百万元。核对金额后重新提交。',
    en: 'A payment is more than nothing and at most one million yuan. Check the amount and send it again.',
  },
  PAYMENT_PLANNED: {
    status: 409,
    zh: '这个阶段或者这个月已经安排了发放，不能重复安排。到“发放”页面查看。',
    en: 'A payment for this stage or month is planned already; it is not planned twice. Look at it under Payments.',
  },
  PAYMENT_STATE: {
    status: 409,
    zh: '这笔发放现在的状态不能这样处理。刷新页面，按现在的状态办理。',
    en: 'The payment is in a state in which this cannot be done. Reload the page and go by its present state.',
  },
  PAYEE_NOT_HOLDER: {
    status: 422,
    zh: '收款账户的户名不是领取人本人。登记领取人本人的账户。',
    en: 'The account is not in the name of the payee. Enter an account of their own.',
  },
  PAYEE_ACCOUNT_MISSING: {
    status: 409,
    zh: '还没有登记领取人的收款账户。先登记账户，再安排发放。',
    en: 'No account of the payee is entered yet. Enter it first, then pay.',
  },
  PAYEE_ACCOUNT_SAME: {
    status: 409,
    zh: '银行已经从这个账户退回过，再发一次还会退回。先登记正确的账户。',
    en: 'The bank has returned money from this very account and would do so again. Enter the right account first.',
  },
  BATCH_EMPTY: {
    status: 409,
    zh: '没有可以组成批次的发放：都已在批次中，或者还没有登记收款账户。',
    en: 'There is nothing to put into a batch: all payments are in one already, or have no account yet.',
  },
  BATCH_CHANGED: {
    status: 409,
    zh: '批次的笔数或者金额与你看到的不一致，没有审批。刷新后重新核对；有变动的批次退回重做。',
    en: 'The lines or the sum of the batch are not what you saw; nothing was approved. Reload and compare; a batch that changed is dissolved and prepared anew.',
  },
  SAME_PERSON: {
    status: 403,
    zh: '准备和复核必须是两个人。请另一位工作人员办理。',
    en: 'Who prepares does not approve. Somebody else has to do this.',
  },
  BANK_SIGNATURE_WRONG: {
    status: 401,
    zh: '银行消息的签名或者时间不符，没有采用，已经记录。',
    en: 'The signature or the time of this message of the bank is wrong. It was not taken, and is recorded.',
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
  LEAD_UNKNOWN: {
    status: 422,
    zh: '没有这个编号的另一条线索，或者它不在你的管辖范围内。核对编号后重新填写。',
    en: 'No other lead has this number, or it is not within your area. Compare the number and write it again.',
  },
  AWARD_UNKNOWN: {
    status: 422,
    zh: '没有这个编号的在享待遇，或者它不属于本乡镇（街道）。核对编号后重新填写。',
    en: 'No award in payment has this number, or it is another township’s. Compare the number and write it again.',
  },
  APPLICATION_UNKNOWN: {
    status: 422,
    zh: '没有这个受理编号的申请，或者它不在你的管辖范围内。核对编号后重新填写。',
    en: 'No application has this receipt number, or it is not within your area. Compare the number and write it again.',
  },
  LIST_UNREADABLE: {
    status: 422,
    zh: '这份名单读不出文字：只接受 UTF-8、GBK（GB 18030）或 UTF-16 编码的 CSV 文件。另存为 CSV 后重新上传。',
    en: 'This list cannot be read as text: only CSV files in UTF-8, GBK (GB 18030) or UTF-16 are taken. Save it as CSV and upload it again.',
  },
  LIST_COLUMNS: {
    status: 422,
    zh: '名单缺少必需的列，或者同一列出现两次。按模板补齐第一行的列名后重新上传。',
    en: 'The list lacks a column that is needed, or has one twice. Put the first line right by the template and upload it again.',
  },
  LIST_EMPTY: {
    status: 422,
    zh: '名单中没有一行数据。检查文件后重新上传。',
    en: 'The list has no line of data. Check the file and upload it again.',
  },
  LIST_TOO_LONG: {
    status: 422,
    zh: '名单超过一次能导入的行数。分成几个文件后逐个上传。',
    en: 'The list has more lines than can be imported at once. Split it and upload the parts one by one.',
  },
  LIST_CHANGED: {
    status: 409,
    zh: '这份文件与刚才试导入的不是同一份。重新试导入，看过结果后再导入。',
    en: 'This file is not the one that was checked. Check it again, look at the result, then import it.',
  },
  LAST_FOUR_WRONG: {
    status: 404,
    zh: '没有找到。检查受理编号，和身份证后四位或者查询码。',
    en: 'Nothing found. Check the receipt number, and the last four of the ID number or the code.',
  },
  STAGES_WRONG: {
    status: 422,
    zh: '分期不对：各期金额之和要等于救助金额，日期从今天起依次往后，期数不超过本地规定。',
    en: 'The instalments do not fit: their amounts add up to the aid, their days follow each other from today on, and there are no more of them than the place allows.',
  },
  STAGES_NOT_HERE: {
    status: 422,
    zh: '只有临时救助可以分期发放。去掉分期后重新提交。',
    en: 'Only temporary aid is paid in instalments. Take them out and send again.',
  },
  NOT_OFFERED_HERE: { status: 403, zh: '这里不能这样做。', en: 'This cannot be done here.' },
  NO_QUORUM: {
    status: 409,
    zh: '到会且不需回避的部门没有达到法定人数，会议不能作出决定。补足人数后重新开会。',
    en: 'Too few of the invited departments were there; whoever is recused does not count. Meet again with enough of them.',
  },
  NO_MAJORITY: {
    status: 409,
    zh: '同意的票数没有过半，不能记为这个结果。按表决结果记录。',
    en: 'Not enough of those who may vote were for it. Record what the vote has decided.',
  },
  NOT_INVITED: {
    status: 409,
    zh: '有一个到会部门没有列入邀请名单。从记录中删去，或者退回预审重新邀请。',
    en: 'A department in the record was not invited. Take it out, or have it invited by a new pre-check.',
  },
  SEAT_TWICE: {
    status: 409,
    zh: '一个部门只有一个席位、一票。删去重复的一行。',
    en: 'A department has one seat and one vote. Remove the row that is there twice.',
  },
  RECUSED_VOTES: {
    status: 409,
    zh: '回避的人不发表意见，也不参加表决。删去其意见和表决。',
    en: 'Whoever is recused gives no opinion and no vote. Remove both from the record.',
  },
  OPINION_MISSING: {
    status: 409,
    zh: '到会的每一个人都要记录意见和表决。补齐后再提交。',
    en: 'The opinion and the vote of everybody who was there are recorded. Add what is missing.',
  },
  URGENCY_UNANSWERED: {
    status: 409,
    zh: '这件事按紧急件提请。改排普通会议的，在备注里写明为什么可以等；否则选紧急会议。',
    en: 'This was put forward as urgent. Say in the note why it can wait for the ordinary meeting, or choose the urgent one.',
  },
  MEETING_NOT_HELD: { status: 409, zh: '开会日期还没有到，会后再记录。', en: 'The meeting lies ahead. Record it when it has been held.' },
  AMOUNT_OF_NOTHING: { status: 409, zh: '救助金额和各期金额都要大于零。', en: 'The amount and each of its stages are more than nothing.' },
  STAGES_DIFFER: {
    status: 409,
    zh: '各期金额之和与会议决定的金额不一致。核对后更正。',
    en: 'The stages do not add up to the amount that the meeting decided. Correct one of them.',
  },
  STAGE_WITHOUT_WHEN: {
    status: 409,
    zh: '第一期以后的每一期都要写明支付日期或者支付条件，只写一种；日期依次往后。',
    en: 'Each stage after the first names its day or its condition, one of the two, and the days follow each other.',
  },
  STAGE_GOODS_UNNAMED: {
    status: 409,
    zh: '以实物支付的一期要写明是什么实物；转账和现金不写。',
    en: 'A stage in goods names the goods; a transfer and cash name none.',
  },
  MINUTES_NOT_SIGNED: {
    status: 409,
    zh: '会议纪要没有签发，不能支付。先由签发人签发会议纪要。',
    en: 'The minutes are not signed, so nothing is paid. Have them signed first.',
  },
  DISCUSSION_RUNNING: {
    status: 409,
    zh: '这个家庭已有一件一事一议在办。打开那一件继续办理。',
    en: 'A discussion of this family is running already. Go on with that one.',
  },
  CONSENT_NEEDED: {
    status: 409,
    zh: '转介要带上个人信息，先征得本人或者监护人同意并记录。',
    en: 'The referral carries personal data: ask the person or the guardian first, and record that they agree.',
  },
  NO_SUCH_RECEIVER: {
    status: 409,
    zh: '本县没有这个接收单位，或者它已停用。从名单中选择。',
    en: 'The county has no such receiver, or it takes nothing any more. Choose one of the list.',
  },
  CODE_WRONG: {
    status: 404,
    zh: '没有找到。核对登记时告诉你的编号和查询码。',
    en: 'Nothing found. Check the number and the code that you were told.',
  },
  CALLBACK_NOT_THEN: {
    status: 422,
    zh: '这个时间不能预约回电：它已经过去，不在回电时间内，或者太远。从可选的时间中选一个。',
    en: 'Nobody can be called back then: it has passed, lies outside the hours of callbacks, or is too far ahead. Choose one of the times offered.',
  },
  CALLBACK_OVER: {
    status: 409,
    zh: '这次回电已经完成，或者已经打满次数。需要再联系的，另约一次。',
    en: 'This callback is done, or was tried as often as it is. Book another one to call again.',
  },
  CALLBACK_PAUSE: {
    status: 409,
    zh: '离上次没打通还太近。到列出的时间再打。',
    en: 'It is too soon after the last attempt. Call again at the time that is listed.',
  },
  RETURN_SETTLED: {
    status: 409,
    zh: '退单争议已经裁定，这张工单由你单位办理答复，不能再退。对裁定有意见的，答复以后向热线班长提出。',
    en: 'The dispute about this order was decided: it is answered where it is, and not returned again. Answer it, then raise the decision with the hotline lead.',
  },
  HANDOVER_NOWHERE: {
    status: 422,
    zh: '不能交给这个人：要交给本县热线在岗的另一位同事。重新选择接班人。',
    en: 'It cannot go to this person: a shift goes to another colleague who works at the hotline of this county. Choose again.',
  },
  EXPLAIN_NOT_HERE: {
    status: 422,
    zh: '咨询、求助、投诉要有办理结果，不能只说明理由；只有一般事项办不了的可以说明理由。填写答复，或者申请退单。',
    en: 'An enquiry, a request for help or a complaint is answered with what was done; only an ordinary matter may be explained instead. Answer it, or ask for it to be taken back.',
  },
  MERGE_NOWHERE: {
    status: 422,
    zh: '没有这张在办的工单，或者就是本工单，不能并入。核对编号，或者单独派单。',
    en: 'There is no such open order, or it is this one. Check the number, or dispatch this order by itself.',
  },
  SEAL_BROKEN: {
    status: 422,
    zh: '举报内容里有举报人的姓名或者电话。被举报的单位会看到内容：把身份写在封存栏里，内容中删去。',
    en: "The text names the reporter, or the reporter's number, and others read the text. Write who it is into the sealed fields and take it out of the text.",
  },
  KNOWLEDGE_UNKNOWN: {
    status: 422,
    zh: '知识库里没有这条答复，或者它已经换了版本。重新选择答复。',
    en: 'The knowledge base has no such answer, or a newer version of it. Choose the answer again.',
  },
  NOT_ANSWERED: {
    status: 422,
    zh: '只有咨询可以当场答复办结，并且不能再约回电。其他诉求要开工单。',
    en: 'Only an enquiry can be answered and closed at once, and without a callback. Anything else becomes a work order.',
  },
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

/** What people read where something is a bug: nothing of it, and what now. */
export const faultWords: Label = {
  zh: '这里出了差错，已经记录。稍后再试；若仍不行，拨打服务电话。',
  en: 'Something went wrong here; it has been recorded. Try again shortly; if it stays so, call the service line.',
};
