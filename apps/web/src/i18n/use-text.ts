import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { remembered } from "../ui/remembered.ts";
import { documentLanguage, type Language } from "./language.ts";
import type { TextKey } from "./text-key.ts";

export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of the page in its language, the language itself, and the way to change it (remembered on this device). */
export function useText(): { t: Text; language: Language; setLanguage(language: Language): void } {
  const { t: translate, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "zh";
  const t = useCallback<Text>((key, values) => translate(key, { ...values }), [translate]);
  const setLanguage = useCallback(
    (next: Language) => {
      remembered.set("language", next);
      documentLanguage(next);
      void i18n.changeLanguage(next);
    },
    [i18n],
  );
  return { t, language, setLanguage };
}
