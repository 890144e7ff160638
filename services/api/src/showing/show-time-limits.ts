import { modeOn, publicActor } from '@zhouji/database';
import { type Mode, parametersFor, type Programme, timeLimitsOf, type ToldLimits } from '@zhouji/domain';
import { areaTree } from '../area-names.ts';
import { parameterSetOf } from '../assess-now.ts';
import { today } from '../clock.ts';
import type { Office } from '../office.ts';

/** The limits of the county, as of today. */
export async function timeLimitsShown(office: Office, programme: Programme): Promise<{ programme: Programme; mode: Mode } & ToldLimits> {
  const { county } = await areaTree(office);
  const parameterSet = await parameterSetOf(office, county.code);
  const day = today(office.clock);
  const mode = await office.database.transact(publicActor(), office.clock.now(), async (tx) =>
    modeOn({ place: await tx.askPlace() }, { programme, township: county.code, parameterSet }, day),
  );
  return { programme, mode, ...timeLimitsOf(programme, { mode, day, parameters: parametersFor(parameterSet) }) };
}
