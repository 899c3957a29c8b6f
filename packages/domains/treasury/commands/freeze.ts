import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isTargetFrozen } from "../checks/freeze-target.ts";
import { frozen } from "../events/freezing.ts";
import { refuse } from "../refusals.ts";
import { Freeze } from "../schema.ts";

/** The regulator stops a tranche, an account or a voucher. What the bank has paid already is booked all the same. */
export const freeze = defineCommand("treasury.freeze", {
  schema: Freeze,
  allow: [role("regulator")],
  title: { en: "Freeze", zh: "冻结" },
  audit: { en: "froze {target}", zh: "冻结了 {target}" },
  execute({ state, actor }, { target }) {
    const now = isTargetFrozen(state, target);
    if (typeof now !== "boolean") return now;
    return now ? refuse("ALREADY_FROZEN") : [frozen({ target, by: actor.account, organisation: actor.organisation })];
  },
});
