import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Reporter } from '@zhouji/domain';
import { Cases } from './cases.ts';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;
const isUnsealed = `((case_id)::text = (select current_setting('app.unsealing', true)))`;

/** Who reported a wrong. It is written once and read by nobody but through `unseal_reporter`, which knows the county's examiners and notes each reading. */
export const SealedReporter = defineEntity({
  name: 'SealedReporter',
  tableName: 'sealed_reporter',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    identity: p.json<Reporter>(),
    sealedAt: p.datetime(),
  },
  rowLevelSecurity: 'force',
  policies: [
    { name: 'sealed', command: 'insert', check: isInside },
    { name: 'unsealed', command: 'select', using: isUnsealed },
  ],
});
