import type { Label } from '@zhouji/domain';

/** A field that only a rule, not a schema, can find fault with. */
export interface FieldFault {
  path: string;
  label: Label;
}

/** Thrown when fields must be corrected; answered as FIELDS_REFUSED with each of them. */
export class FieldsRefused extends Error {
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    super('some fields need to be corrected');
    this.name = 'FieldsRefused';
    this.faults = faults;
  }
}
