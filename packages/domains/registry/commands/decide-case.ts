import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { findHandRefusal, getCaseInTurn, movedTo, type OpenCase } from "../checks/cases.ts";
import { makeFilePart } from "../checks/file-part.ts";
import { refuse } from "../refusals.ts";
import { DecideCase } from "../schema/cases.ts";
import { turns } from "../stages.ts";

/**
 * Somebody who had no hand in the case decides. What is accepted changes the household's file in the same act, so that
 * decision and file never say different things; an exit is observed before it is final.
 */
export const decideCase = defineCommand("registry.decideCase", {
  schema: DecideCase,
  allow: (turns.heard?.roles ?? []).map(role),
  title: { en: "Decide a case", zh: "决定办件" },
  audit: { en: "decided case {case}", zh: "决定了办件 {case}" },
  execute(context, decided) {
    const { case: id, outcome, content } = decided;
    const found = getCaseInTurn(context, id, "heard");
    if (isRefusal(found)) return found;
    const refusal = findHandRefusal(context, found.row.enteredBy, found.row.reviewedBy) ?? findOpenRefusal(found);
    if (refusal !== undefined) return refusal;
    // What is accepted has a part, by the schema.
    if (decided.part === undefined) {
      const stage = outcome === "decline" ? "declined" : "applied";
      return [movedTo(context, found, { stage, content })];
    }
    if (found.row.isPublic === undefined) return refuse("NOTICE_NEEDED");
    const part = makeFilePart(context, found, decided.part);
    if (isRefusal(part)) return part;
    const stage = found.row.kind === "entry" ? "accepted" : "observed";
    return [part, movedTo(context, found, { stage, content })];
  },
});

function findOpenRefusal({ row: { objections } }: OpenCase): Refusal | undefined {
  const open = objections.filter(({ isAnswered }) => !isAnswered).length;
  return open === 0 ? undefined : refuse("OBJECTIONS_OPEN", { open });
}
