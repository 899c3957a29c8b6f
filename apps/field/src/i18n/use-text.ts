import { documentLanguage, type Language } from "@mingbai/app-web/src/i18n/language";
import { remembered } from "@mingbai/app-web/src/ui/remembered";
import { useMemo } from "react";
import { makeStore } from "../keep/store.ts";
import { useStore } from "../keep/use-store.ts";
import { type Text, textOf } from "./text-of.ts";

const languageStore = makeStore<Language>(remembered.get("language") === "en" ? "en" : "zh");

/** The language is the device's: the office's pages in the same browser have the same one. */
export function setLanguage(language: Language): void {
  remembered.set("language", language);
  documentLanguage(language);
  languageStore.set(language);
}

export function startLanguage(): void {
  documentLanguage(languageStore.get());
}

export function useText(): { readonly t: Text; readonly language: Language } {
  const language = useStore(languageStore);
  return useMemo(() => ({ t: textOf(language), language }), [language]);
}
