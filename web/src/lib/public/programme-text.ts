import { programmes } from '@zhouji/domain';
import type { Words } from '#lib/messages/words.ts';

/** The programme that a notice names, in the reader's language; a notice is kept in Chinese, as it hung. */
export function programmeText(posted: string, { label }: Words): string {
  const programme = Object.values(programmes).find((row) => row.label.zh === posted);
  return programme ? label(programme.label) : posted;
}
