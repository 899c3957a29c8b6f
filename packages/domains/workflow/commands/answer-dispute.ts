import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { AnswerDispute } from "../schema.ts";

/** The payer answers; the receiver looks again, and confirms or disputes again. */
export const answerDispute = defineCommand("workflow.answerDispute", {
  schema: AnswerDispute,
  allow: [role("financeSupervisor")],
  title: { en: "Answer the dispute", zh: "答复异议" },
  audit: { en: "answered the dispute about version {version} of a matter", zh: "答复了一件事项第 {version} 版的异议" },
  execute(context, { matter, version, words }) {
    const row = getMatterInTurn(context, { matter, version, from: ["disputed"] });
    return isRefusal(row) ? row : [moved(context, { matter, row }, { stage: "disbursed", words })];
  },
});
