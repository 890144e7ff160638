import type { Emergency, Label } from '@zhouji/domain';
import type { CaseFrame } from '../record/case-frame.ts';

/** M57 16 — A decision says where the household was called instead of visited, and under which emergency. */
export function remoteSurveyNamed({ tasks }: Pick<CaseFrame, 'tasks'>, emergencies: readonly Emergency[]): Label[] {
  const data = tasks.findLast(({ kind, outcome }) => kind === 'survey' && outcome === 'done')?.outcomeData;
  const emergency = emergencies.find(({ id }) => id === data?.['emergency']);
  const by = data?.['means'] === 'video' ? { zh: '视频', en: 'video' } : { zh: '电话', en: 'telephone' };
  if (!emergency) return [];
  return [
    {
      zh: `应急状态（${emergency.title}）期间，入户调查以${by.zh}方式进行（民发〔2021〕57号第十六条）。`,
      en: `During the emergency (${emergency.title}) the household was surveyed by ${by.en} instead of a visit [M57 16].`,
    },
  ];
}
