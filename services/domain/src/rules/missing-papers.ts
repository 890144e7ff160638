/** What an application lacks: M57 (最低生活保障审核确认办法), articles 6, 9 and 10; LAW 62. */
import type { Agent } from '../agent.ts';
import type { Household } from '../household.ts';
import type { Label } from '../label.ts';
import { type MissingItem, paperHeldByPlatform, paperOf, papers } from '../paper.ts';
import type { ParameterSet } from '../parameters.ts';
import { figure } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { guardianOf, needsGuardian } from './guardians.ts';
import { countMembers } from './household-members.ts';

/** What was declared and signed when applying. */
export interface Declared {
  /** Members whose means may be verified: signed by themselves, or by their guardian in their name. */
  readonly authorizations?: readonly string[];
  /** Who signed the application; left out: the applicant. */
  readonly signedBy?: string;
  readonly agent?: Agent;
  /** What the applicant says is missing. */
  readonly without?: readonly MissingItem[];
}

export interface MissingPaper {
  readonly item: MissingItem;
  readonly label: Label;
  readonly source: string;
}

export interface PapersQuestion {
  readonly household: Household;
  readonly declared: Declared;
  /** What the documents of the case are, as they were handed in. */
  readonly documents: readonly string[];
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
}

/**
 * All that is missing, to be told once in one notice: authorisations by adult, those of minors and of persons without
 * capacity by guardian; the signature under the application; an agent's mandate; and what the applicant says, less what
 * a platform holds.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function findMissingPapers(question: PapersQuestion): MissingPaper[] {
  const { declared, documents } = question;
  const found = [...authorizationsMissing(question), ...signatureMissing(question)];
  const hasMandate = declared.agent?.mandate !== undefined || documents.some((what) => paperOf(`document:${what}`) === 'mandate');
  if (declared.agent && !hasMandate) found.push({ item: 'document:mandate', label: papers.mandate.label, source: 'M57 6' });
  for (const item of declared.without ?? []) {
    if (!item.startsWith('document:') || paperHeldByPlatform(item) || found.some((known) => known.item === item)) continue;
    found.push({ item, label: labelOfMissing(item), source: 'M57 10' });
  }
  return found;
}

/** What `document:<what>`, `authorization:<member>` and `signature:<member>` say to people. */
export function labelOfMissing(item: MissingItem): Label {
  const [kind = '', ...rest] = item.split(':');
  const what = rest.join(':');
  if (kind === 'authorization')
    return { zh: `${what}的家庭经济状况核对授权书`, en: `Authorisation by ${what} to verify the household's means` };
  if (kind === 'signature') return { zh: `${what}的签名`, en: `Signature of ${what}` };
  if (kind !== 'document') return { zh: item, en: item };
  const paper = Object.hasOwn(papers, what) ? papers[what as keyof typeof papers] : undefined;
  return paper?.label ?? { zh: what, en: what };
}

/** 9(3) — Each adult signs; whoever has a guardian is signed for by the guardian, whose own signature covers them. */
function authorizationsMissing({ household, declared, day, parameters }: PapersQuestion): MissingPaper[] {
  const on = { day, majority: figure(parameters, 'age.adult', day).value };
  const signed = new Set(declared.authorizations);
  const wanted = new Set<string>();
  for (const { member } of countMembers(household, day, parameters).counted) {
    if (signed.has(member.name)) continue;
    const guardian = needsGuardian(member, on) ? guardianOf(household, member, on) : undefined;
    if (guardian === undefined || !signed.has(guardian)) wanted.add(guardian ?? member.name);
  }
  return [...wanted].map((name) => ({
    item: `authorization:${name}`,
    label: labelOfMissing(`authorization:${name}`),
    source: 'M57 9(3)',
  }));
}

/** 4; CIVIL 19–22 — The application of a minor or of a person without capacity is signed by the guardian. */
function signatureMissing({ household, declared, day, parameters }: PapersQuestion): MissingPaper[] {
  const applicant = household.members.find(({ relation }) => relation === 'applicant');
  const on = { day, majority: figure(parameters, 'age.adult', day).value };
  if (!applicant || !needsGuardian(applicant, on)) return [];
  const signer = guardianOf(household, applicant, on);
  if (signer !== undefined && declared.signedBy === signer) return [];
  const item = `signature:${signer ?? `${applicant.name}（监护人）`}`;
  return [{ item, label: labelOfMissing(item), source: 'CIVIL 19' }];
}
