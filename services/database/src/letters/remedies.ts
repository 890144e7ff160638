import { type Label, type ParameterSet, type Places, type PlainDate, remediesAgainst, type Signer } from '@zhouji/domain';

const channels = {
  'county-portal': { zh: '县级政务服务网', en: "the county's government service website" },
  'provincial-platform': { zh: '全区行政复议服务平台', en: "the province's platform for administrative reconsideration" },
} as const satisfies Record<string, Label>;

/**
 * What somebody can do against a decision: reconsideration by the body above its signer, also online [ARL 20, 22, 24], or the court [ALL 46].
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function remediesOf(signer: Signer, places: Places, on: { day: PlainDate; parameters: ParameterSet }): Label[] {
  const { reconsideration, litigation, online } = remediesAgainst(signer, places, on);
  const channel = channels[online];
  return [
    {
      zh: `如果不服本决定，可以自收到之日起 ${reconsideration.days} 日内向${reconsideration.body}申请行政复议，也可以自收到之日起 ${litigation.months} 个月内向人民法院提起行政诉讼。`,
      en: `If you do not agree, you may ask ${reconsideration.body} for administrative reconsideration within ${reconsideration.days} days of receiving this decision, or go to court within ${litigation.months} months of receiving it.`,
    },
    {
      zh: `行政复议也可以在${channel.zh}上提出，不用再交纸质申请。`,
      en: `Reconsideration can also be asked for on ${channel.en}; no paper has to follow.`,
    },
  ];
}
