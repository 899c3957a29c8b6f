import type { KeyOf } from "@mingbai/app-web/src/i18n/define-texts";
import type { Language } from "@mingbai/app-web/src/i18n/language";
import type { TextKey } from "@mingbai/app-web/src/i18n/text-key";
import { appTexts } from "@mingbai/app-web/src/i18n/texts";
import { portalTexts } from "./texts.ts";

/** Every text of the portal, and those of the staff application: one thing has one word in both. */
export type PortalKey = TextKey | KeyOf<typeof portalTexts.zh>;
export type Text = (key: PortalKey, values?: Readonly<Record<string, string | number>>) => string;

const texts = {
  zh: Object.assign({}, ...appTexts.map(({ zh }) => zh), portalTexts.zh) as Readonly<Record<string, string>>,
  en: Object.assign({}, ...appTexts.map(({ en }) => en), portalTexts.en) as Readonly<Record<string, string>>,
};

/** The texts of one language. Plurals are asked for with `count`; `{{name}}` stands for a value, `{{count, number}}` for a grouped one. */
export function textOf(language: Language): Text {
  return (key, values = {}) => {
    const known = texts[language];
    const plural = language === "en" && values.count === 1 ? "_one" : "_other";
    const words = known[key] ?? known[key + plural];
    if (words === undefined) throw new Error(`there is no text ${key}`);
    return words.replace(/\{\{(\w+)(, number)?\}\}/g, (_whole, name: string, grouped?: string) => {
      const value = values[name] ?? "";
      return grouped === undefined ? String(value) : Number(value).toLocaleString("en-US");
    });
  };
}
