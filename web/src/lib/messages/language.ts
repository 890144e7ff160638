/** The languages of the catalogues; Chinese is written first and is what a reader without a choice gets. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The cookie that remembers a choice; it holds nothing else. */
export const languageCookie = 'zhouji_language';

/** The chosen language, or Chinese. */
export function readLanguage(text: string | undefined): Language {
  return text === 'en' ? 'en' : 'zh';
}

/** The tag of a language for `lang`, `Intl` and `Accept-Language`. */
export function languageTag(language: Language): string {
  return language === 'en' ? 'en' : 'zh-CN';
}
