import {
  type Assessment,
  type LetterIssue,
  type LetterKind,
  letterSort,
  nameOfSigner,
  programmes,
  remediesHeading,
  signerOf,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { letterCodes, type LetterContent, type LetterGround } from '../../letters/letter-content.ts';
import { remediesOf } from '../../letters/remedies.ts';
import { remoteSurveyNamed } from '../../letters/remote-survey.ts';
import { randomCode } from '../../random-code.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { newId } from '../../uuid.ts';

/** Under which figures something was worked out. */
type WorkedOut = Pick<Assessment, 'parameters' | 'demo'>;

const VERIFY_CODE_LENGTH = 20;

/**
 * Issues a letter. Its number is that of the township, programme, kind and year, and a running one that the database gives.
 *
 * `assessment`: what an amount in it was worked out with; absent: the figures in force today.
 */
export async function issueLetter(
  tx: Tx,
  frame: CaseFrame,
  kind: LetterKind,
  round: number,
  write: (ground: LetterGround) => LetterContent,
  assessment?: WorkedOut,
): Promise<void> {
  const id = await writeLetter(tx, frame, { kind, round, write, assessment });
  enter(tx, frame, { kind: 'letter.issued', round, data: { letter: id, kind }, byOffice: true });
}

/** Writes a letter or a form down, with all that it says of itself, and gives its id. */
export async function writeLetter(
  tx: Tx,
  frame: CaseFrame,
  {
    kind,
    round,
    write,
    assessment,
  }: { kind: LetterKind; round: number; write: (ground: LetterGround) => LetterContent; assessment?: WorkedOut | undefined },
): Promise<string> {
  const id = newId();
  const prefix = `${frame.township}-${programmes[frame.programme].receiptPrefix}-${letterCodes[kind]}-${tx.day.slice(0, 4)}-`;
  const ground = await groundOf(tx, frame, kind);
  const written = write(ground);
  const content: LetterContent = {
    ...written,
    paragraphs: [...written.paragraphs, ...(letterSort(kind).isDecision ? remoteSurveyNamed(frame, tx.place.emergencies) : [])],
    issued: issueOf(tx, frame, { kind, ground, assessment }),
  };
  tx.writes.add('letter', {
    caseId: frame.id,
    township: frame.township,
    id,
    kind,
    round,
    prefix,
    issuedAt: tx.at,
    content: JSON.stringify(content),
    verifyCode: randomCode(VERIFY_CODE_LENGTH),
  });
  return id;
}

/** What a letter of a kind is made from, in a case. */
export async function groundOf(
  tx: Tx,
  frame: Pick<CaseFrame, 'township' | 'mode' | 'applicantName' | 'programme' | 'receipt' | 'parameterSet'>,
  kind: LetterKind,
): Promise<LetterGround> {
  const places = await tx.place.namesFor(tx.rows, frame.township);
  const township = signerOf('delegated', places);
  const signer = letterSort(kind).isDecision ? signerOf(frame.mode ?? 'delegated', places) : township;
  return {
    applicant: frame.applicantName,
    programme: programmes[frame.programme].label,
    receipt: frame.receipt,
    office: nameOfSigner(township, places),
    signer: nameOfSigner(signer, places),
    county: places.county,
    day: tx.day,
    remedies: () => ({
      heading: remediesHeading,
      paragraphs: remediesOf(signer, places, { day: tx.day, parameters: tx.place.parametersOf(frame.parameterSet) }),
      isRemedies: true,
    }),
  };
}

function issueOf(
  tx: Tx,
  frame: CaseFrame,
  { kind, ground, assessment }: { kind: LetterKind; ground: LetterGround; assessment: WorkedOut | undefined },
): LetterIssue {
  const set = tx.place.parametersOf(frame.parameterSet);
  return {
    body: { zh: ground.signer, en: ground.signer },
    day: tx.day,
    ...(letterSort(kind).isPublic ? {} : { receipt: frame.receipt }),
    rules: {
      parameters: assessment?.parameters ?? set.version,
      calendar: tx.place.calendar.version,
      demo: assessment?.demo ?? set.demo,
    },
  };
}
