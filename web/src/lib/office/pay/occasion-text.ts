import { monthText } from '#lib/messages/civil-text.ts';
import type { Words } from '#lib/messages/words.ts';

/** What a payment is for: a month, or a stage by its number. */
export function occasionText(occasion: string, { t, language }: Words): string {
  return occasion.includes('-') ? monthText(occasion, language) : t('pay.stage', { stage: occasion });
}
