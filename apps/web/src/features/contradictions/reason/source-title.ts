import { type Source, sources } from "@mingbai/registry/content/facts/fact";
import { sourceWords } from "@mingbai/registry/content/facts/fact-words";
import type { Language } from "../../../i18n/language.ts";

/** What a source is called; its own name where it is none that facts have. */
export function sourceTitle(source: string, language: Language): string {
  const known: Source | undefined = sources.find((one) => one === source);
  return known === undefined ? source : sourceWords[known][language];
}
