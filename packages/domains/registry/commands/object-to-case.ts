import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getCaseAt } from "../checks/cases.ts";
import { concernedWriters } from "../checks/concerned.ts";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { objectionRaised } from "../events/objections.ts";
import { refuse } from "../refusals.ts";
import { ObjectToCase, objectionsPerCaseMax } from "../schema/cases.ts";

/** Anyone with a key objects to what a public notice says while it runs, each once at a time; an office writes down what others say. */
export const objectToCase = defineCommand("registry.objectToCase", {
  schema: ObjectToCase,
  allow: roles.map(role),
  title: { en: "Object to a public notice", zh: "对公示提出异议" },
  audit: { en: "objected to case {case}", zh: "对办件 {case} 提出异议" },
  execute(context, { onBehalf, ...said }) {
    const found = getCaseAt(context, said.case, ["noticed"]);
    if (isRefusal(found)) return found;
    const { account: by } = context.actor;
    const { household, objections } = found.row;
    const refusal = onBehalf && findKeeperRefusal(context, found.home);
    if (refusal) return refusal;
    if (objections.length >= objectionsPerCaseMax) return refuse("OBJECTIONS_FULL", { max: objectionsPerCaseMax });
    const waits = objections.some((one) => one.by === by && !one.isAnswered);
    if (waits && !onBehalf) return refuse("OBJECTED_ALREADY");
    const raised = { ...said, household, objection: objections.length, by };
    return [
      objectionRaised({ ...raised, tells: concernedWriters(found.home, found.row), ...(onBehalf && { onBehalf }) }),
    ];
  },
});
