import type { Label } from '@zhouji/domain';

/** What somebody can do against a decision: reconsideration by the county government [ARL 20, 24], or the court. */
export function remedies(county: string): Label[] {
  return [
    {
      zh: `如果不服本决定，可以自收到之日起六十日内向${county}人民政府申请行政复议，也可以自收到之日起六个月内向人民法院提起行政诉讼。`,
      en: `If you do not agree, you may ask the people's government of ${county} for administrative reconsideration within sixty days of receiving this decision, or go to court within six months of receiving it.`,
    },
  ];
}
