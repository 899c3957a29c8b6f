import { defineDomain } from "@mingbai/ledger/definition/domain";
import { answerDispute } from "./commands/answer-dispute.ts";
import { confirmMatter } from "./commands/confirm-matter.ts";
import { disputeMatter } from "./commands/dispute-matter.ts";
import { forwardMatter } from "./commands/forward-matter.ts";
import { handBackMatter } from "./commands/hand-back-matter.ts";
import { passMatter } from "./commands/pass-matter.ts";
import { resubmitMatter } from "./commands/resubmit-matter.ts";
import { returnMatter } from "./commands/return-matter.ts";
import { settleDispute } from "./commands/settle-dispute.ts";
import { submitMatter } from "./commands/submit-matter.ts";
import { withdrawMatter } from "./commands/withdraw-matter.ts";
import { matterMoved } from "./events/matter-moved.ts";
import { matterSubmitted } from "./events/matter-submitted.ts";
import { overdue } from "./events/overdue.ts";
import { matterDeadlines } from "./laws/deadlines.ts";
import { workflowRefusals } from "./refusals.ts";
import { dueTable, matterTable } from "./tables.ts";

/** Matters: who asks whom for what, who decides, and by when. */
export const workflow = defineDomain({
  name: "workflow",
  tables: [matterTable, dueTable],
  refusals: workflowRefusals,
  events: [matterSubmitted, matterMoved, overdue],
  commands: [
    submitMatter,
    resubmitMatter,
    returnMatter,
    passMatter,
    forwardMatter,
    handBackMatter,
    withdrawMatter,
    confirmMatter,
    disputeMatter,
    answerDispute,
    settleDispute,
  ],
  deadlines: matterDeadlines,
});
