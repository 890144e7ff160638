/**
 * What somebody can do against a decision. Who signs it decides who hears the reconsideration.
 *
 * ARL = 行政复议法 (2023), in force since 2024-01-01; ALL = 行政诉讼法 (2017).
 */
import { figure, type ParameterSet, type ParameterValue } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Mode } from '../programme.ts';

/** Who can sign a decision, each with the article that names the body above it. */
export const signers = {
  'township-government': { source: 'ARL 24(1)(2)' },
  'street-office': { source: 'ARL 24(1)(3)' },
  'county-bureau': { source: 'ARL 24(1)(1)' },
} as const satisfies Record<string, { source: string }>;
export type Signer = keyof typeof signers;

/** The names of the areas that a decision is taken in. */
export interface Places {
  readonly township: string;
  readonly county: string;
  /** The area whose government set up the street office; absent where the township has a government of its own. */
  readonly setUpBy?: string;
}

export interface Remedies {
  /** Within so many calendar days of knowing the decision [ARL 20]. */
  readonly reconsideration: { readonly body: string; readonly days: number; readonly source: string };
  /** Within so many months of knowing the decision [ALL 46]. */
  readonly litigation: { readonly months: number; readonly source: string };
  /** Where reconsideration is asked for online: a decision that is served online must say so [ARL 22]. */
  readonly online: ParameterValue<'remedy.onlineChannel'>;
}

/** Who signs: the county's bureau where the county confirms, else the township, which may be a street office [LAW 44]. */
export function signerOf(mode: Mode, { setUpBy }: Places): Signer {
  if (mode === 'county') return 'county-bureau';
  return setUpBy === undefined ? 'township-government' : 'street-office';
}

/** The name under which the signer signs. */
export function nameOfSigner(signer: Signer, { township, county }: Places): string {
  if (signer === 'county-bureau') return `${county}民政局`;
  return signer === 'street-office' ? `${township}办事处` : `${township}人民政府`;
}

/**
 * The remedies against a decision: reconsideration by the government above its signer, or by the one that set up the
 * street office [ARL 24]; or the court.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function remediesAgainst(
  signer: Signer,
  places: Places,
  { day, parameters }: { day: PlainDate; parameters: ParameterSet },
): Remedies {
  const above = signer === 'street-office' ? (places.setUpBy ?? places.county) : places.county;
  return {
    reconsideration: {
      body: `${above}人民政府`,
      days: figure(parameters, 'remedy.reconsideration', day).value,
      source: signers[signer].source,
    },
    litigation: { months: figure(parameters, 'remedy.litigation', day).value, source: figure(parameters, 'remedy.litigation', day).source },
    online: figure(parameters, 'remedy.onlineChannel', day).value,
  };
}
