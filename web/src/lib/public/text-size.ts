/** How large everything is set: as usual, or for those who see less (大字版). */
export const textSizes = ['usual', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

/** The cookie that remembers a choice; it holds nothing else. */
export const textSizeCookie = 'zhouji_text';

/** The chosen size, or the usual one. */
export function readTextSize(text: string | undefined): TextSize {
  return text === 'large' ? 'large' : 'usual';
}
