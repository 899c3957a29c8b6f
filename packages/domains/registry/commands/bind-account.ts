import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { actorTable, role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getKept, getPresent } from "../checks/keeping.ts";
import { findWitnessRefusal } from "../checks/witness.ts";
import { accountBound } from "../events/people.ts";
import { refuse } from "../refusals.ts";
import { BindAccount } from "../schema.ts";
import { personOfAccountTable } from "../tables.ts";

/** A person of a household shows that an account is theirs, before a witness: from then on they see their own file. */
export const bindAccount = defineCommand("registry.bindAccount", {
  schema: BindAccount,
  allow: fileWriters.map(role),
  title: { en: "Bind a person to their account", zh: "绑定本人账户" },
  audit: { en: "bound {person} to account {account}", zh: "把人员 {person} 绑定到账户 {account}" },
  execute(context, { person, account, witness, proof }) {
    const { state, actor } = context;
    const row = getPresent(context, person);
    if (isRefusal(row)) return row;
    const home = getKept(context, row.household);
    if (isRefusal(home)) return home;
    if (row.account !== undefined) return refuse("PERSON_BOUND", { person });
    if (state.table(actorTable).find(account) === undefined) return refuse("PERSON_ACCOUNT_UNKNOWN", { account });
    if (state.table(personOfAccountTable).find(account) !== undefined) return refuse("ACCOUNT_TAKEN", { account });
    const bound = { person, account, witness, by: actor.account, ...(proof !== undefined && { proof }) };
    return findWitnessRefusal(context, home, witness) ?? [accountBound(bound)];
  },
});
