import { randomBytes } from 'node:crypto';

/** A name for one filling-in of a form: sent twice, by an impatient finger or a shaky line, it counts once. */
export function newFormKey(): string {
  return randomBytes(16).toString('hex');
}

/** The name that a form carries in its hidden field. */
export function keyOf(form: FormData): string | undefined {
  const key = String(form.get('formKey') ?? '');
  return /^[0-9a-f]{32}$/.test(key) ? key : undefined;
}
