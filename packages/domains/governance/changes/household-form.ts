import { isRefusal } from "@mingbai/ledger/refusal";
import { judgeForm } from "@mingbai/registry/effects";
import { formInForce } from "@mingbai/registry/reads";
import type { Change } from "../schema.ts";
import type { Plan } from "./plan.ts";

/** What household files ask for: the next form, by which files are filled in from then on. */
export function householdFormPlan({ form }: Extract<Change, { kind: "householdForm" }>): Plan {
  return {
    rule: "parameter",
    findRefusal(state, moment) {
      const judged = judgeForm(state, form, moment);
      return isRefusal(judged) ? judged : undefined;
    },
    before: (state) => ({ form: formInForce(state) }),
    events(state, moment) {
      const judged = judgeForm(state, form, moment);
      if (isRefusal(judged)) throw new Error(`a form is voted that cannot be: ${judged.refused}`);
      return judged;
    },
  };
}
