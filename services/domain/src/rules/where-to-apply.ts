/** Where a household applies: LAW 37; M57 (最低生活保障审核确认办法), articles 4 and 5. */
import type { AreaCode } from '../area.ts';
import { type Hukou, type HukouPlace, isSamePlace, placeOfHukou } from '../hukou.ts';
import type { Label } from '../label.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';

/** Why a place may take the application. */
export const placeRules = {
  REGISTERED_HERE: { label: { zh: '户籍所在地', en: 'Where the household is registered' } },
  ONE_REGISTERED_WHERE_THEY_LIVE: {
    label: {
      zh: '户籍不在同一省份，有一名成员的户籍地与经常居住地一致，向该地申请',
      en: 'Registered in different provinces; one member is registered where they live, so there',
    },
  },
  ANY_REGISTRATION: {
    label: {
      zh: '户籍不在同一省份，且都不在经常居住地，可以向任何一名成员的户籍地申请',
      en: 'Registered in different provinces and none where they live: where any member is registered',
    },
  },
  PROVINCIAL_RULE: { label: { zh: '同一省份、不同县，按省级规定', en: 'One province, different counties: by the rule of the province' } },
  RESIDENCE_PERMIT: { label: { zh: '持居住证，当地已开放在居住地申请', en: 'Residence permit, and the place takes applications on it' } },
} as const satisfies Record<string, { label: Label }>;
export type PlaceRule = keyof typeof placeRules;

export interface WhereQuestion {
  /** `hukou` left out: registered where they live. */
  readonly members: readonly { readonly name: string; readonly hukou?: Hukou }[];
  /** Where they live. */
  readonly residence: AreaCode;
  /** Whether somebody of them holds a residence permit (居住证) there. */
  readonly residencePermit?: boolean;
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
}

/** A registration: the code or name as it was stated, and whose it is. */
export interface Registration {
  readonly hukou: Hukou;
  readonly members: readonly string[];
}

export interface WhereAnswer {
  /** Hukou and residence lie apart (人户分离): a reason for which the decision may take 45 working days [N2022 4(1)]. */
  readonly isApart: boolean;
  /** Where they may apply; the household chooses among several. The place that accepts does the whole case [M57 5]. */
  readonly places: readonly (Registration & { readonly rule: PlaceRule; readonly source: string })[];
  /** Where else members are registered: asked for help, and whether they receive assistance there [M57 5, 15]. */
  readonly others: readonly Registration[];
}

/**
 * The places that may take the application of a household on `day`, each with why and the article.
 *
 * @throws Refusal PARAMETER_UNKNOWN when the rule of the province is needed and not known: it is not guessed
 */
export function whereToApply(question: WhereQuestion): WhereAnswer {
  const home = question.residence.slice(0, 6);
  const registrations = registrationsOf(question);
  const elsewhere = registeredElsewhere(question);
  const here = registrations.filter((registration) => !elsewhere.some(({ hukou }) => hukou === registration.hukou));
  const places = [...byRegistration(question, registrations, here), ...byPermit(question, here)];
  const isTakenAtHome = places.some(({ hukou }) => hukou === home);
  const others = isTakenAtHome ? elsewhere : elsewhere.filter(({ hukou }) => hukou !== places[0]?.hukou);
  return { isApart: elsewhere.length > 0, places, others };
}

/** Where members are registered other than in the county in which they live: hukou and residence lie apart (人户分离). */
export function registeredElsewhere({ members, residence }: Pick<WhereQuestion, 'members' | 'residence'>): Registration[] {
  const home = placeOfHukou(residence);
  return registrationsOf({ members, residence }).filter(({ hukou }) => !isSamePlace(placeOfHukou(hukou), home));
}

function byRegistration(
  { day, parameters }: WhereQuestion,
  registrations: readonly Registration[],
  here: readonly Registration[],
): WhereAnswer['places'] {
  const as = (rule: PlaceRule, source: string) => (registration: Registration) => ({ ...registration, rule, source });
  if (registrations.length === 1) return registrations.map(as('REGISTERED_HERE', 'LAW 37'));
  const provinces = new Set(registrations.map(({ hukou }) => placeOfHukou(hukou).province));
  if (provinces.size > 1)
    return here.length > 0 ? here.map(as('ONE_REGISTERED_WHERE_THEY_LIVE', 'M57 5')) : registrations.map(as('ANY_REGISTRATION', 'M57 5'));
  const { value } = figure(parameters, 'hukou.sameProvince', day);
  const chosen = value === 'registered-where-they-live-first' && here.length > 0 ? here : registrations;
  return chosen.map(as('PROVINCIAL_RULE', 'M57 5'));
}

/** 4 — Whoever holds a residence permit applies where they live, where the place has opened this. */
function byPermit(
  { members, residence, residencePermit, day, parameters }: WhereQuestion,
  here: readonly Registration[],
): WhereAnswer['places'] {
  if (!residencePermit || here.length > 0 || !figure(parameters, 'hukou.residencePermit', day).value) return [];
  return [{ hukou: residence.slice(0, 6), members: members.map(({ name }) => name), rule: 'RESIDENCE_PERMIT', source: 'M57 4' }];
}

/** Each place once, with the members that are registered there, in the order of the members. */
function registrationsOf({ members, residence }: Pick<WhereQuestion, 'members' | 'residence'>): Registration[] {
  const found: { hukou: Hukou; place: HukouPlace; members: string[] }[] = [];
  for (const { name, hukou = residence } of members) {
    const place = placeOfHukou(hukou);
    const known = found.find((each) => isSamePlace(each.place, place) || each.hukou === hukou);
    if (known) known.members.push(name);
    else found.push({ hukou: place.county && /^[0-9]{6}$/.test(place.county) ? place.county : hukou, place, members: [name] });
  }
  return found.map(({ hukou, members: names }) => ({ hukou, members: names }));
}
