import { findApprovalRefusal } from "@mingbai/identity/reads/find-approval-refusal";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { actsFor, findImporterRefusal } from "../checks/acts-for.ts";
import { approvalsNeeded } from "../checks/approvals.ts";
import { manifestApproved } from "../events/manifest.ts";
import { refuse } from "../refusals.ts";
import { ApproveManifest } from "../schema.ts";
import { manifestTable } from "../tables.ts";

/** One approval by someone other than the proposer and those who approved before. */
export const approveManifest = defineCommand("treasury.approveManifest", {
  schema: ApproveManifest,
  allow: [role("financeSupervisor"), role("approver"), role("importer")],
  title: { en: "Approve a payment list", zh: "批准发放清单" },
  audit: { en: "approved manifest {manifest}", zh: "批准了发放清单 {manifest}" },
  execute(context, { manifest, proposal }) {
    const { state, actor } = context;
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const row = state.table(manifestTable).find(manifest);
    if (row === undefined) return refuse("MANIFEST_UNKNOWN", { manifest });
    if (!actsFor(context, row.payer)) return refuse("NOT_HOLDER", { holder: row.payer });
    if (row.proposal !== proposal) return refuse("MANIFEST_DIFFERS", { manifest });
    if (row.frozen) return refuse("MANIFEST_FROZEN", { manifest });
    if (row.proposer === actor.account) return refuse("OWN_PROPOSAL");
    if (row.approvedBy.includes(actor.account)) return refuse("APPROVED_BY_YOU");
    if (row.approved) return refuse("MANIFEST_APPROVED");
    const above = findApprovalRefusal(context, row.total);
    if (above !== undefined) return above;
    const approvals = row.approvedBy.length + 1;
    const approved = approvals >= approvalsNeeded(state, row.fund);
    return [manifestApproved({ manifest, proposal, approver: actor.account, approvals, approved })];
  },
});
