export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Text entered by officials: Indonesian always, other languages when translated. */
export interface LocalText {
  readonly id: string;
  readonly en?: string | undefined;
}

/** The text in the reader's language, Indonesian when it was never translated. */
export function say(text: LocalText, locale: Locale): string {
  return locale === 'en' ? (text.en ?? text.id) : text.id;
}
