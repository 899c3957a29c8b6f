import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { remembered } from "../ui/remembered.ts";
import { documentLanguage, type Language } from "./language.ts";

type Texts = { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };

/** Starts i18next with `parts` and the language this device remembers; Chinese when it remembers none. */
export function setupTexts(parts: readonly Texts[]): void {
  const language: Language = remembered.get("language") === "en" ? "en" : "zh";
  i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh",
    resources: {
      zh: { translation: Object.assign({}, ...parts.map((part) => part.zh)) },
      en: { translation: Object.assign({}, ...parts.map((part) => part.en)) },
    },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  documentLanguage(language);
}
