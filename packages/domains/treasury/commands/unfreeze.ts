import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isTargetFrozen } from "../checks/freeze-target.ts";
import { unfrozen } from "../events/freezing.ts";
import { refuse } from "../refusals.ts";
import { Unfreeze } from "../schema.ts";

/** The regulator lets what was frozen move again. */
export const unfreeze = defineCommand("treasury.unfreeze", {
  schema: Unfreeze,
  allow: [role("regulator")],
  title: { en: "Unfreeze", zh: "解冻" },
  audit: { en: "unfroze {target}", zh: "解冻了 {target}" },
  execute({ state, actor }, { target }) {
    const now = isTargetFrozen(state, target);
    if (typeof now !== "boolean") return now;
    if (!now) return refuse("NOT_FROZEN");
    return [unfrozen({ target, by: actor.account, organisation: actor.organisation })];
  },
});
