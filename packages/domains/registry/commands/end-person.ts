import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getKept, getPresent } from "../checks/keeping.ts";
import { partRecorded } from "../events/part-recorded.ts";
import { personEnded } from "../events/people.ts";
import { refuse } from "../refusals.ts";
import { EndPerson } from "../schema.ts";

/** Somebody died or went away for good: one last part says when and how, and they are in no household any more. */
export const endPerson = defineCommand("registry.endPerson", {
  schema: EndPerson,
  allow: fileWriters.map(role),
  title: { en: "Record a death or departure", zh: "登记去世或迁出" },
  audit: {
    en: "recorded that {person} is no longer in the household ({because})",
    zh: "登记了人员 {person} 不在户内（{because}）",
  },
  execute(context, { person, because, base, content }) {
    const row = getPresent(context, person);
    if (isRefusal(row)) return row;
    const home = getKept(context, row.household);
    if (isRefusal(home)) return home;
    if (base > row.version) return refuse("BASE_AHEAD", { version: base, there: row.version });
    const { account: by } = context.actor;
    const part = { subject: person, household: row.household, version: row.version + 1, base, content, by };
    return [partRecorded(part), personEnded({ person, because, by })];
  },
});
