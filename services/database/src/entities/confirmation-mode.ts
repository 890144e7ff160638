import { defineEntity, p } from '@mikro-orm/postgresql';

/** From which day on who confirms in a county, and by what ruling; laid over the parameter. The one set last for a day counts. */
export const ConfirmationMode = defineEntity({
  name: 'ConfirmationMode',
  tableName: 'confirmation_mode',
  properties: {
    id: p.uuid().primary(),
    county: p.text(),
    programme: p.text(),
    mode: p.enum(['delegated', 'county'] as const),
    fromDay: p.date(),
    source: p.text(),
    setBy: p.uuid().nullable(),
    setByName: p.text(),
    setAt: p.datetime(),
  },
  indexes: [{ name: 'confirmation_mode_county', properties: ['county', 'programme', 'fromDay'] }],
});
