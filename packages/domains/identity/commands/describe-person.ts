import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { personDescribed } from "../events/person-described.ts";
import { DescribePerson } from "../schema.ts";

/** A person's name or contact has changed. Both stand in vaults; the ledger has who changed them when, and a commitment. */
export const describePerson = defineCommand("identity.describePerson", {
  schema: DescribePerson,
  allow: [role("administrator")],
  title: { en: "Change a person's name or contact", zh: "更改姓名和联系方式" },
  audit: { en: "changed name or contact of account {account}", zh: "更改了账户 {account} 的姓名或联系方式" },
  execute(context, { account, details }) {
    const colleague = getColleague(context, account);
    return isRefusal(colleague) ? colleague : [personDescribed({ account, details, by: context.actor.account })];
  },
});
