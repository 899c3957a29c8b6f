import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getKept } from "../checks/keeping.ts";
import { findRoomRefusal } from "../checks/room.ts";
import { householdEnded } from "../events/households.ts";
import { peopleMoved } from "../events/people.ts";
import { refuse } from "../refusals.ts";
import { MergeHouseholds } from "../schema.ts";

/** Two households become one: everyone goes over, and the one that is left ends. */
export const mergeHouseholds = defineCommand("registry.mergeHouseholds", {
  schema: MergeHouseholds,
  allow: fileWriters.map(role),
  title: { en: "Merge households", zh: "并户" },
  audit: { en: "merged household {from} into {to}", zh: "把户 {from} 并入户 {to}" },
  execute(context, { from, to }) {
    if (from === to) return refuse("SAME_HOUSEHOLD");
    const [left, joined] = [getKept(context, from), getKept(context, to)];
    if (isRefusal(left)) return left;
    if (isRefusal(joined)) return joined;
    const { account: by } = context.actor;
    const people = [...left.people];
    return (
      findRoomRefusal(joined, people.length) ?? [
        peopleMoved({ from, to, people, by }),
        householdEnded({ household: from, because: "merged", into: to, by }),
      ]
    );
  },
});
