import { acts, type MatterStep } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import type { Tone } from "../../ui/state.tsx";

type Act = (typeof acts)[number];

/** Shape and colour of each act on a time line. */
const looks: { readonly [act in Act]: { readonly icon: IconName; readonly tone: Tone } } = {
  "workflow.submitMatter": { icon: "dot", tone: "i2" },
  "workflow.resubmitMatter": { icon: "dot", tone: "i2" },
  "workflow.returnMatter": { icon: "back", tone: "bad" },
  "workflow.passMatter": { icon: "tick", tone: "ok" },
  "workflow.forwardMatter": { icon: "forward", tone: "i2" },
  "workflow.handBackMatter": { icon: "back", tone: "i2" },
  "workflow.withdrawMatter": { icon: "close", tone: "i2" },
  "workflow.confirmMatter": { icon: "tick", tone: "ok" },
  "workflow.disputeMatter": { icon: "brackets", tone: "bad" },
  "workflow.answerDispute": { icon: "dot", tone: "i2" },
  "workflow.settleDispute": { icon: "tick", tone: "i2" },
  "treasury.disburse": { icon: "right", tone: "br" },
};

const isAct = (name: string): name is Act => acts.some((act) => act === name);

/** Shape and colour of a step; an act of a later version of the ledger is shown by its name. */
export function stepLook(act: string): { readonly icon: IconName; readonly tone: Tone } {
  return isAct(act) ? looks[act] : { icon: "warn", tone: "warn" };
}

/** What a step did, in words: 退回补正, 3 处要改. */
export function useStepWords(): (step: Pick<MatterStep, "act" | "version" | "words" | "holder" | "opinion">) => string {
  const { t, language } = useText();
  return ({ act, version, words, holder, opinion }) => {
    if (act === "workflow.overdue") return t("matter.did.overdue");
    if (!isAct(act)) return act;
    const verb = act.replace(/^\w+\./, "") as Verb;
    const count = words?.reasons.length ?? 0;
    if (verb === "returnMatter" && count > 0) return t("matter.did.returnFields", { count });
    if (verb === "handBackMatter" && opinion) return t(`matter.did.opinion.${opinion}`, { to: holder[language] });
    return t(`matter.did.${verb}`, { version, to: holder[language] });
  };
}

type Verb = Act extends `${string}.${infer Name}` ? Name : never;
