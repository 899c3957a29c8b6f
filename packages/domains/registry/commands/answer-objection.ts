import { fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getCaseAt } from "../checks/cases.ts";
import { concernedAt } from "../checks/concerned.ts";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { objectionAnswered } from "../events/objections.ts";
import { refuse } from "../refusals.ts";
import { AnswerObjection } from "../schema/cases.ts";

/** An office that keeps the file answers an objection; nothing is decided before all have their answer. */
export const answerObjection = defineCommand("registry.answerObjection", {
  schema: AnswerObjection,
  allow: fileOffices.map(role),
  title: { en: "Answer an objection", zh: "答复异议" },
  audit: { en: "answered an objection to case {case}", zh: "答复了对办件 {case} 的异议" },
  execute(context, answered) {
    const found = getCaseAt(context, answered.case, ["noticed", "heard"]);
    if (isRefusal(found)) return found;
    const refusal = findKeeperRefusal(context, found.home, fileOffices);
    if (refusal !== undefined) return refusal;
    const { row } = found;
    const { objection } = answered;
    const made = row.objections[objection];
    if (made === undefined) return refuse("OBJECTION_UNKNOWN", { objection });
    if (made.isAnswered) return refuse("OBJECTION_ANSWERED");
    const { account: by } = context.actor;
    if (made.by === by) return refuse("OBJECTION_OWN");
    const objections = row.objections.map((one, at) => (at === objection ? { ...one, isAnswered: true } : one));
    const isLast = row.stage === "heard" && objections.every(({ isAnswered }) => isAnswered);
    const tells = isLast && concernedAt(context.state, found.home, { ...row, objections });
    const answers = { about: row.kind, accounts: [made.by] };
    return [objectionAnswered({ ...answered, household: row.household, ...(tells && { tells }), answers, by })];
  },
});
