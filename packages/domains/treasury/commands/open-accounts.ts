import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findImporterRefusal } from "../checks/acts-for.ts";
import { accountsOpened } from "../events/accounts-opened.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { OpenAccounts } from "../schema.ts";

/** Opens accounts; all of them or none. */
export const openAccounts = defineCommand("treasury.openAccounts", {
  schema: OpenAccounts,
  allow: [role("administrator"), role("operator"), role("importer")],
  title: { en: "Open accounts", zh: "开户" },
  audit: { en: "opened accounts", zh: "开了账户" },
  execute(context, { accounts }) {
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const seen = new Set<string>();
    for (const { account } of accounts) {
      const isTaken = seen.has(account) || context.state.store(moneyStore).findAccount(account) >= 0;
      if (isTaken) return refuse("ACCOUNT_EXISTS", { account });
      seen.add(account);
    }
    const rows = accounts.map(({ organisation, ...row }) =>
      organisation === undefined ? row : { ...row, organisation },
    );
    return [accountsOpened({ accounts: rows })];
  },
});
