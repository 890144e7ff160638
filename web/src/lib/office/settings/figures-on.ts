import { type ParameterId, type ParameterSet, parameterTable } from '@zhouji/domain';
import { dayText, yuanText } from '#lib/messages/civil-text.ts';
import { isMessageKey, type Words } from '#lib/messages/words.ts';

/** A figure as people read it. */
export interface FigureLine {
  id: ParameterId;
  value: string;
  from: string;
  source: string;
}

/** Every figure of a set that is in force on a day, in the order of the table; what has none on that day is left out. */
export function figuresOn(set: ParameterSet, day: string, words: Words): FigureLine[] {
  return (Object.keys(parameterTable) as ParameterId[]).flatMap((id) => {
    const found = set.figures.get(id)?.find(({ from }) => from <= day);
    if (!found) return [];
    return [{ id, value: valueText(id, found.value, words), from: dayText(found.from, words.language), source: found.source }];
  });
}

function valueText(id: ParameterId, value: unknown, words: Words): string {
  const { t } = words;
  const { unit } = parameterTable[id];
  if (typeof value === 'boolean') return t(value ? 'side.yes' : 'side.no');
  if (Array.isArray(value)) return value.map((choice) => choiceText(String(choice), words)).join(t('punctuation.list'));
  if (unit === 'choice') return choiceText(String(value), words);
  // Money is kept in whole fen.
  if (unit.startsWith('yuan'))
    return t(unit === 'yuan-per-month' ? 'money.monthly' : 'figures.unit.yuan-per-year', {
      yuan: yuanText((Number(value) / 100).toFixed(2)),
    });
  const key = `figures.unit.${unit}`;
  return isMessageKey(key) ? t(key, { value: String(value) }) : String(value);
}

/** A choice by its words; kinds of income, assets and spending have theirs already. */
function choiceText(choice: string, { t }: Words): string {
  const key = [`figures.choice.${choice}`, `asset.${choice}`, `income.${choice}`, `expenditure.${choice}`].find(isMessageKey);
  return key && isMessageKey(key) ? t(key) : choice;
}
