import { findApprovalRefusal } from "@mingbai/identity/reads/find-approval-refusal";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findFromRefusal } from "../checks/from.ts";
import { Allocate } from "../schema.ts";
import { allocation } from "../transfers/allocation.ts";

/** Passes money down to another office, as a tranche of its own that never outlives the one it comes from. */
export const allocate = defineCommand("treasury.allocate", {
  schema: Allocate,
  allow: [role("financeSupervisor"), role("importer")],
  title: { en: "Allocate money", zh: "划拨资金" },
  audit: { en: "allocated {amount:money} to {to}", zh: "向 {to} 划拨 {amount:money}" },
  execute(context, allocating) {
    const refusal = findFromRefusal(context, allocating) ?? findApprovalRefusal(context, allocating.amount);
    return refusal ?? allocation(context, allocating);
  },
});
