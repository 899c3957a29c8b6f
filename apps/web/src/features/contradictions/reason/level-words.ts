import { countyContradictions } from "@mingbai/registry/content/compare/county/county-rules";
import type { Level } from "@mingbai/registry/content/compare/verdict";
import type { Language } from "../../../i18n/language.ts";
import type { IconName } from "../../../ui/icon.tsx";
import type { Tone } from "../../../ui/state.tsx";

/** A level by its shape and colour; its word is `compare.level.<level>`. */
export const levelLooks: Readonly<Record<Level, { readonly icon: IconName; readonly tone: Tone }>> = {
  red: { icon: "warn", tone: "bad" },
  yellow: { icon: "half", tone: "warn" },
  green: { icon: "tick", tone: "ok" },
};

const titles = new Map(countyContradictions.rules.map(({ id, title }) => [id, title]));

/** What a rule is called; its own id where a later version has others. */
export function ruleTitle(rule: string, language: Language): string {
  return titles.get(rule)?.[language] ?? rule;
}
