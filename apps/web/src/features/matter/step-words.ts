import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import type { Tone } from "../../ui/state.tsx";
import { type Act, isAct, sayStep } from "./say-step.ts";

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

/** Shape and colour of a step; an act of a later version of the ledger is shown by its name. */
export function stepLook(act: string): { readonly icon: IconName; readonly tone: Tone } {
  return isAct(act) ? looks[act] : { icon: "warn", tone: "warn" };
}

/** What a step did, in words of the page's language. */
export function useStepWords(): (step: Parameters<typeof sayStep>[0]) => string {
  const words = useText();
  return (step) => sayStep(step, words);
}
