import { questionsOf } from '@zhouji/database';
import {
  contradictions,
  findContradictions,
  holds,
  type Household,
  parametersFor,
  placeRules,
  type Role,
  type WhereQuestion,
  whereToApply,
} from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Question, WhereToApply } from '../answers/people.ts';
import { checkHousehold } from '../check-household.ts';
import { today } from '../clock.ts';
import { languageOf } from '../language.ts';
import type { Office } from '../office.ts';
import { parameterSetOf } from '../people.ts';

/**
 * What does not go together in a household. Officers who take applications are told what the registry knows as well; the
 * public is not, so that nobody asks it after strangers.
 *
 * @throws FieldsRefused
 */
export async function questionsShown(office: Office, request: FastifyRequest, household: Household): Promise<{ items: Question[] }> {
  const day = today(office.clock);
  checkHousehold(household, { day, under: '/household' });
  const { caller, session } = request;
  const asksRegistry = session !== null && (['accept', 'help-apply'] as const).some((duty) => holds(caller.role as Role, duty));
  const found = asksRegistry
    ? await office.database.transact(caller, office.clock.now(), (tx) => questionsOf(tx, household))
    : findContradictions(household, day);
  const language = languageOf(request);
  return {
    items: found.map(({ code, path, members, certain }) => ({
      code,
      path,
      members: [...members],
      certain,
      message: contradictions[code][language],
    })),
  };
}

/** Where a household may apply [M57 5]. @throws Refusal PARAMETER_UNKNOWN where the rule of the province is not known */
export async function whereShown(
  office: Office,
  request: FastifyRequest,
  asked: Pick<WhereQuestion, 'members' | 'residence' | 'residencePermit'>,
): Promise<WhereToApply> {
  const parameters = parametersFor(await parameterSetOf(office, asked.residence.slice(0, 9)));
  const answer = whereToApply({ ...asked, day: today(office.clock), parameters });
  const language = languageOf(request);
  return {
    isApart: answer.isApart,
    places: answer.places.map(({ members, ...place }) => ({
      ...place,
      members: [...members],
      why: placeRules[place.rule].label[language],
    })),
    others: answer.others.map(({ hukou, members }) => ({ hukou, members: [...members] })),
  };
}
