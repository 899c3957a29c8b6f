import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { proposalEnded } from "../events/proposals.ts";
import { releaseEvents } from "../laws/freeze-target.ts";
import { refuse } from "../refusals.ts";
import { freezeKey } from "../schema/subject.ts";
import { Unfreeze } from "../schema.ts";
import { freezeTable } from "../tables.ts";

/** A regulator lets go what one of them stopped and the members have not confirmed; the vote on it is over. */
export const unfreeze = defineCommand("governance.unfreeze", {
  schema: Unfreeze,
  allow: [role("regulator")],
  title: { en: "Unfreeze", zh: "解冻" },
  audit: { en: "unfroze {target}", zh: "解冻了 {target}" },
  execute({ state, actor }, { target }) {
    const row = state.table(freezeTable).find(freezeKey(target));
    if (row === undefined || row.state === "spent") return refuse("NOT_FROZEN");
    if (row.state === "confirmed") return refuse("FREEZE_CONFIRMED");
    const who = { by: actor.account, organisation: actor.organisation };
    return [
      proposalEnded({ proposal: row.proposal, outcome: "withdrawn" }),
      ...releaseEvents(state, { target, how: "lifted", who }),
    ];
  },
});
