import { type Household, type PlainDate, refuse, type TaskKind, taskRow } from '@zhouji/domain';
import type { ValidateFunction } from 'ajv';
import { checkHousehold } from './check-household.ts';
import type { Language } from './language.ts';
import { fieldErrors } from './plugins/field-errors.ts';
import { FieldsRefused } from './plugins/fields-refused.ts';
import { compileStrictly } from './plugins/validation.ts';

/** Compiled when first used: forms of the same kind are given all day. */
const compiled = new Map<string, ValidateFunction>();

/**
 * Checks what goes with an outcome against the table of tasks.
 *
 * @throws Refusal OUTCOME_UNKNOWN; FieldsRefused
 */
export function checkOutcome(kind: TaskKind, given: { outcome: string; with: Record<string, unknown> }, day: PlainDate): void {
  const { outcomes } = taskRow(kind);
  if (!Object.hasOwn(outcomes, given.outcome))
    refuse('OUTCOME_UNKNOWN', { outcome: given.outcome.slice(0, 60), outcomes: Object.keys(outcomes) });
  const key = `${kind}.${given.outcome}`;
  const check = compiled.get(key) ?? compileStrictly(outcomes[given.outcome] as object);
  compiled.set(key, check);
  if (!check(given.with)) throw new FieldsRefused(faultsOf(check));
  const { household } = given.with as { household?: Household };
  if (household) checkHousehold(household, { day, under: '/with/household' });
}

function faultsOf({ errors }: ValidateFunction) {
  const found = (errors ?? []) as never[];
  const [zh, en] = (['zh', 'en'] as Language[]).map((language) => fieldErrors(found, { part: 'body', language, under: '/with' })) as [
    { path: string; message: string }[],
    { message: string }[],
  ];
  return zh.map(({ path, message }, i) => ({ path, label: { zh: message, en: en[i]?.message ?? message } }));
}
