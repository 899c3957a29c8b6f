import type { KeyOf } from "@mingbai/app-web/src/i18n/define-texts";
import type { Language } from "@mingbai/app-web/src/i18n/language";
import { fieldTexts } from "./texts.ts";

export type FieldKey = KeyOf<typeof fieldTexts.zh>;
export type Text = (key: FieldKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of one language. Plurals are asked for with `count`; `{{name}}` stands for a value. */
export function textOf(language: Language): Text {
  const known: Readonly<Record<string, string>> = fieldTexts[language];
  return (key, values = {}) => {
    const plural = language === "en" && values.count === 1 ? "_one" : "_other";
    const words = known[key] ?? known[key + plural];
    if (words === undefined) throw new Error(`there is no text ${key}`);
    return words.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ""));
  };
}

/** Whether there is a text under this key: for keys that a code of the ledger makes. */
export function isTextKey(key: string): key is FieldKey {
  return Object.hasOwn(fieldTexts.zh, key);
}
