import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findHandRefusal, getCaseInTurn, movedTo } from "../checks/cases.ts";
import { ReviewCase } from "../schema/cases.ts";

/** A household that the review speaks against is not shown to the public: who decides hears of it at once. */
const stageAfter = { for: "passed", against: "heard", return: "applied" } as const;

/** Somebody who neither entered nor checked the case reviews what the village found. */
export const reviewCase = defineCommand("registry.reviewCase", {
  schema: ReviewCase,
  allow: [role("reviewer")],
  title: { en: "Review a case", zh: "审核办件" },
  audit: { en: "reviewed case {case}", zh: "审核了办件 {case}" },
  execute(context, { case: id, opinion, content }) {
    const found = getCaseInTurn(context, id, "checked");
    if (isRefusal(found)) return found;
    const moved = movedTo(context, found, { stage: stageAfter[opinion], hand: "reviewed", content });
    return findHandRefusal(context, found.row.enteredBy) ?? [moved];
  },
});
