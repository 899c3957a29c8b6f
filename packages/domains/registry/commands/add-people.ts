import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findTakenRefusal, getKept } from "../checks/keeping.ts";
import { findRoomRefusal } from "../checks/room.ts";
import { peopleAdded } from "../events/people.ts";
import { AddPeople } from "../schema.ts";

/** Somebody was born into a household, or came to it. */
export const addPeople = defineCommand("registry.addPeople", {
  schema: AddPeople,
  allow: fileWriters.map(role),
  title: { en: "Add people to a household", zh: "增加家庭成员" },
  audit: { en: "added people to household {household}", zh: "给户 {household} 增加了成员" },
  execute(context, { household, because, people }) {
    const row = getKept(context, household);
    if (isRefusal(row)) return row;
    const refusal =
      findRoomRefusal(row, people.length) ??
      people.map(({ subject }) => findTakenRefusal(context, subject)).find((taken) => taken !== undefined);
    return refusal ?? [peopleAdded({ household, because, people, by: context.actor.account })];
  },
});
