import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { findOfficeRefusal } from "../checks/account.ts";
import { findImporterRefusal } from "../checks/acts-for.ts";
import { fundCreated } from "../events/fund-created.ts";
import { refuse } from "../refusals.ts";
import { approvalsNeededNormally, CreateFund } from "../schema.ts";
import { fundTable } from "../tables.ts";

/** A purpose that money keeps, with its policy. */
export const createFund = defineCommand("treasury.createFund", {
  schema: CreateFund,
  allow: [role("financeSupervisor"), role("importer")],
  title: { en: "Create a fund", zh: "设立专项资金" },
  audit: { en: "created fund {code}", zh: "设立了专项资金 {code}" },
  execute(context, { fund, code, office, operatingBasisPoints, returnExpiryDays, approvalsNeeded }) {
    const { state } = context;
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    if (state.table(fundTable).find(String(fund))) return refuse("FUND_EXISTS", { fund });
    const needed = approvalsNeeded ?? approvalsNeededNormally;
    if (needed < approvalsNeededNormally && !getConfiguration(state).reconstruction) return refuse("APPROVALS_TOO_FEW");
    const policy = { operatingBasisPoints: operatingBasisPoints ?? 0, approvalsNeeded: needed };
    const expiry = returnExpiryDays === undefined ? {} : { returnExpiryDays };
    return findOfficeRefusal(state, office) ?? [fundCreated({ fund, code, office, ...policy, ...expiry })];
  },
});
