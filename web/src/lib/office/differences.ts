import type { Household } from '#lib/api/shapes.ts';
import { yuanText } from '#lib/messages/civil-text.ts';
import type { Words } from '#lib/messages/words.ts';

/** What was declared against what was found, for those values alone that differ: questions to ask, not findings. */
export function findDifferences(declared: Household, found: Household, { t }: Words): { what: string; declared: string; found: string }[] {
  const none = t('value.nothing');
  const [before, after] = [linesOf(declared, t), linesOf(found, t)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((what) => ({ what, declared: before.get(what) ?? none, found: after.get(what) ?? none }))
    .filter((line) => line.declared !== line.found);
}

function linesOf(household: Household, t: Words['t']): Map<string, string> {
  const lines = new Map<string, string>([[t('check.residence'), t(`residence.${household.residence}`)]]);
  for (const { name, relation, birth, disability, seriousIllness, fullTimeStudent, livesWith, absence } of household.members) {
    const marks = [
      disability ? `${disability.type}${disability.level}` : '',
      seriousIllness,
      fullTimeStudent,
      livesWith === false,
      absence,
    ].map(String);
    lines.set(
      name,
      `${t(`relation.${relation}`)} ${birth}${marks.some((mark) => mark === 'true') ? ` ${describe(seriousIllness, fullTimeStudent, livesWith, t)}` : ''}`,
    );
  }
  for (const { member, kind, monthly } of household.income)
    add(lines, `${member} · ${t(`income.${kind}`)}`, monthly, t('money.unit.month'));
  for (const { kind, amount } of household.assets) add(lines, t(`asset.${kind}`), amount ?? '', amount ? t('money.unit') : '');
  return lines;
}

function describe(ill: boolean | undefined, student: boolean | undefined, livesWith: boolean | undefined, t: Words['t']): string {
  return [
    ill ? t('situation.seriousIllness') : '',
    student ? t('situation.fullTimeStudent') : '',
    livesWith === false ? t('situation.livesApart') : '',
  ]
    .filter(Boolean)
    .join(t('punctuation.list'));
}

/** Several entries of one sort stand in one line, one behind the other. */
function add(lines: Map<string, string>, what: string, amount: string, unit: string): void {
  const value = amount === '' ? '✓' : `${yuanText(amount)} ${unit}`;
  const before = lines.get(what);
  lines.set(what, before ? `${before} + ${value}` : value);
}
