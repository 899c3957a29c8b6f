import { acts, type MatterStep } from "@mingbai/workflow/views";
import type { Language } from "../../i18n/language.ts";
import type { Text } from "../../i18n/use-text.ts";

export type Act = (typeof acts)[number];
type Verb = Act extends `${string}.${infer Name}` ? Name : never;

/** An act of a later version of the ledger is unknown here. */
export const isAct = (name: string): name is Act => acts.some((act) => act === name);

/** What a step did, in words: 退回补正, 3 处要改. */
export function sayStep(
  { act, version, words, holder, opinion }: Pick<MatterStep, "act" | "version" | "words" | "holder" | "opinion">,
  { t, language }: { readonly t: Text; readonly language: Language },
): string {
  if (act === "workflow.overdue") return t("matter.did.overdue");
  if (!isAct(act)) return act;
  const verb = act.replace(/^\w+\./, "") as Verb;
  const count = words?.reasons.length ?? 0;
  if (verb === "returnMatter" && count > 0) return t("matter.did.returnFields", { count });
  if (verb === "handBackMatter" && opinion) return t(`matter.did.opinion.${opinion}`, { to: holder[language] });
  return t(`matter.did.${verb}`, { version, to: holder[language] });
}
