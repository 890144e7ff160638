import { confirmationModesOf, parameterSetOf, setConfirmationMode, type Tx } from '@zhouji/database';
import { figure, type Mode, type ParameterId, parametersFor, type PlainDate, type Programme, programmes, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import type { ConfirmationModes } from './routes/settings.ts';

/** Who confirms in the caller's county. */
export function confirmationModes(office: Office, { caller }: FastifyRequest): Promise<ConfirmationModes> {
  return office.database.transact(caller, office.clock.now(), (tx) => modesShown(tx, countyOf(tx)));
}

/** The county leader sets who confirms from a day on. @throws Refusal FROM_PASSED, PROGRAMME_NOT_OFFERED */
export function setMode(
  office: Office,
  request: FastifyRequest,
  setting: { programme: Programme; mode: Mode; from: PlainDate; source: string },
): Promise<ConfirmationModes> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const county = countyOf(tx);
    await setConfirmationMode(tx, { county, ...setting, source: setting.source.trim() });
    return modesShown(tx, county);
  });
}

async function modesShown(tx: Tx, county: string): Promise<ConfirmationModes> {
  const settings = await confirmationModesOf(tx, county);
  const parameters = parametersFor((await parameterSetOf(tx, county)) ?? 'national');
  const offered = (Object.keys(programmes) as Programme[]).filter((programme) => programmes[programme].process !== null);
  return {
    county,
    today: offered.map((programme) => {
      const set = settings.find((setting) => setting.programme === programme && setting.from <= tx.day);
      if (set) return { programme, mode: set.mode, source: set.source };
      const { value, source } = figure(parameters, `confirmationAuthority.${programme}` as ParameterId, tx.day);
      return { programme, mode: value === 'township' ? 'delegated' : 'county', source };
    }),
    items: settings.map(({ setByName, setAt, ...setting }) => ({ ...setting, by: setByName, at: setAt })),
  };
}

function countyOf({ who }: Tx): string {
  return who.area === null ? refuse('NOT_FOUND') : who.area.slice(0, 6);
}
