import type { MatterDetail } from "@mingbai/workflow/views";
import type { IconName } from "../../ui/icon.tsx";

export type Act = MatterDetail["may"][number];

/** How the bar of a matter offers an act. */
export interface ActPlan {
  readonly act: Act;
  readonly key: string;
  readonly icon: IconName;
  /** direct: signed at once; words: asks for words first; forward: for an organisation; page: has a page of its own. */
  readonly way: "direct" | "words" | "forward" | "page";
  /** The usual next step, which the bar puts at the end in the brand's colour. */
  readonly isMain: boolean;
}

const plan = (act: Act, key: string, icon: IconName, way: ActPlan["way"], isMain = false): ActPlan => ({
  act,
  key,
  icon,
  way,
  isMain,
});

/** In the order of the bar, the safe ones first. What is not here nobody does from the page of a matter. */
export const actPlans: readonly ActPlan[] = [
  plan("workflow.withdrawMatter", "w", "close", "direct"),
  plan("workflow.forwardMatter", "f", "forward", "forward"),
  plan("workflow.returnMatter", "r", "back", "direct"),
  plan("workflow.disputeMatter", "r", "brackets", "words"),
  plan("workflow.settleDispute", "s", "tick", "words"),
  plan("workflow.handBackMatter", "a", "back", "words", true),
  plan("workflow.answerDispute", "a", "dot", "words", true),
  plan("workflow.resubmitMatter", "a", "pencil", "page", true),
  plan("workflow.confirmMatter", "a", "tick", "direct", true),
  plan("treasury.disburse", "a", "right", "page", true),
  plan("workflow.passMatter", "a", "done", "direct", true),
];

/** The verb of an act's name, by which texts are found. */
export function verbOf<A extends Act>(act: A): A extends `${string}.${infer Verb}` ? Verb : never {
  return act.replace(/^\w+\./, "") as A extends `${string}.${infer Verb}` ? Verb : never;
}
