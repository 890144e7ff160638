import { figure, type LetterKind, refuse, type TaskKind } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { authorisationForm } from '../letters/authorisation.ts';
import type { LetterContent, LetterGround } from '../letters/letter-content.ts';
import { hearingRecordForm } from '../letters/hearing-record.ts';
import { noticePoster } from '../letters/notice-poster.ts';
import { publicationPoster } from '../letters/publication-poster.ts';
import { surveyForm } from '../letters/survey-form.ts';
import { findLetter, type LetterRow } from '../queries/letters-of.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { isUuid, lockCase } from '../record/lock-case.ts';
import { audit } from './audit.ts';
import { writeLetter } from './acts/issue-letter.ts';

/** The forms that are printed for a case. */
export const caseForms = ['authorisation', 'survey-form', 'hearing-record'] as const satisfies readonly LetterKind[];
export type CaseForm = (typeof caseForms)[number];

/**
 * The form of a case, written down when it is first asked for: authorisations once for each version of the facts, the survey form once for
 * each round of the survey, the record of a hearing once for each hearing.
 *
 * @throws Refusal NOT_FOUND; OUTCOME_NOT_NOW when no survey, or no hearing, was ever wanted
 */
export async function printForm(tx: Tx, { caseId, kind }: { caseId: string; kind: CaseForm }): Promise<LetterRow> {
  const frame = await lockCase(tx, { caseId });
  const { household, version } = frame.facts;
  if (kind === 'authorisation') {
    const majority = figure(tx.place.parametersOf(frame.parameterSet), 'age.adult', tx.day).value;
    return writtenOnce(tx, frame, { kind, round: version, write: (ground) => authorisationForm(ground, { household, majority }) });
  }
  const round = roundOf(frame, kind === 'survey-form' ? 'survey' : 'hearing') ?? refuse('OUTCOME_NOT_NOW', { form: kind });
  if (kind === 'hearing-record') {
    const invitation = await findLetter(tx, { caseId, kind: 'hearing', round });
    return writtenOnce(tx, frame, {
      kind,
      round,
      write: (ground) => hearingRecordForm(ground, { intended: invitation?.content.lines ?? [] }),
    });
  }
  const village = await tx.place.nameOf(tx.rows, frame.village);
  return writtenOnce(tx, frame, { kind, round, write: (ground) => surveyForm(ground, { household, village }) });
}

/** The latest round of a kind of task; undefined when there was none. */
function roundOf({ tasks }: CaseFrame, wanted: TaskKind): number | undefined {
  const rounds = tasks.filter(({ kind }) => kind === wanted).map(({ round }) => round);
  return rounds.length === 0 ? undefined : Math.max(...rounds);
}

/** The poster of a notice, or of a decision that is published, as it hangs or hung: from the fields that may be shown, and nothing else. @throws Refusal NOT_FOUND */
export async function printPoster(tx: Tx, noticeId: string): Promise<LetterRow> {
  const [found] = isUuid.test(noticeId)
    ? await tx.rows<{ caseId: string }>('select case_id as "caseId" from notice where id = $1', [noticeId])
    : [];
  if (!found) return refuse('NOT_FOUND');
  const frame = await lockCase(tx, { caseId: found.caseId });
  const notice = frame.notices.find(({ id }) => id === noticeId);
  if (!notice) return refuse('NOT_FOUND');
  const { round, fields } = notice;
  return notice.kind === 'notice'
    ? writtenOnce(tx, frame, { kind: 'notice-poster', round, write: (ground) => noticePoster(ground, fields) })
    : writtenOnce(tx, frame, { kind: 'publication-poster', round, write: (ground) => publicationPoster(ground, fields) });
}

/** The case is locked, so two who print at once write one form. */
async function writtenOnce(
  tx: Tx,
  frame: CaseFrame,
  { kind, round, write }: { kind: LetterKind; round: number; write: (ground: LetterGround) => LetterContent },
): Promise<LetterRow> {
  const of = { caseId: frame.id, kind, round };
  const before = await findLetter(tx, of);
  if (!before) await writeLetter(tx, frame, { kind, round, write });
  audit(tx, { action: 'print-form', township: frame.township, caseId: frame.id, data: { kind, round } });
  const written = before ?? (await findLetter(tx, of));
  if (!written) throw new Error('a form that was written is not there');
  return written;
}
