import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getKept } from "../checks/keeping.ts";
import { findLeavingRefusal, findRoomRefusal } from "../checks/room.ts";
import { peopleMoved } from "../events/people.ts";
import { refuse } from "../refusals.ts";
import { MovePeople } from "../schema.ts";

/** People of a household go over to another: a marriage, a child that moves. Their files go with them. */
export const movePeople = defineCommand("registry.movePeople", {
  schema: MovePeople,
  allow: fileWriters.map(role),
  title: { en: "Move people to another household", zh: "成员转户" },
  audit: { en: "moved people from household {from} to {to}", zh: "把成员从户 {from} 转到户 {to}" },
  execute(context, { from, to, people }) {
    if (from === to) return refuse("SAME_HOUSEHOLD");
    const [left, joined] = [getKept(context, from), getKept(context, to)];
    if (isRefusal(left)) return left;
    if (isRefusal(joined)) return joined;
    const refusal =
      findLeavingRefusal(left, { household: from, leaving: people }) ?? findRoomRefusal(joined, people.length);
    return refusal ?? [peopleMoved({ from, to, people, by: context.actor.account })];
  },
});
