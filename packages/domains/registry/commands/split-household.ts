import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findAreaRefusal, findTakenRefusal, getKept } from "../checks/keeping.ts";
import { findLeavingRefusal } from "../checks/room.ts";
import { householdOpened } from "../events/household-opened.ts";
import { peopleMoved } from "../events/people.ts";
import { SplitHousehold } from "../schema.ts";

/** Some people of a household make one of their own, with a file that begins here. */
export const splitHousehold = defineCommand("registry.splitHousehold", {
  schema: SplitHousehold,
  allow: fileWriters.map(role),
  title: { en: "Split a household", zh: "分户" },
  audit: { en: "split household {from}: {household} is new", zh: "从户 {from} 分出了户 {household}" },
  execute(context, { from, people, household, area, content }) {
    const left = getKept(context, from);
    if (isRefusal(left)) return left;
    const refusal =
      findAreaRefusal(context, area) ??
      findTakenRefusal(context, household) ??
      findLeavingRefusal(left, { household: from, leaving: people });
    if (refusal !== undefined) return refusal;
    const { account: by, organisation: keeper } = context.actor;
    return [
      householdOpened({ household, area, keeper, content, people: [], by }),
      peopleMoved({ from, to: household, people, by }),
    ];
  },
});
