import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAccountRefusal } from "../checks/account.ts";
import { actsFor, findImporterRefusal } from "../checks/acts-for.ts";
import { findExpiredRefusal, findFrozenRefusal, findOfferMoneyRefusal, findTrancheRefusal } from "../checks/tranche.ts";
import { manifestProposed } from "../events/manifest.ts";
import { refuse } from "../refusals.ts";
import { ProposeManifest } from "../schema.ts";
import { manifestTable } from "../tables.ts";

/** Proposes batches to be approved together. Whether the money suffices is asked when a batch is paid. */
export const proposeManifest = defineCommand("treasury.proposeManifest", {
  schema: ProposeManifest,
  allow: [role("projectManager"), role("operator"), role("importer")],
  title: { en: "Propose a payment list", zh: "提交发放清单" },
  audit: { en: "proposed {count} payments over {total:money}", zh: "提交了 {count} 笔、合计 {total:money} 的发放清单" },
  execute(context, input) {
    const { state, actor, id } = context;
    const { manifest, payer, tranche, batches } = input;
    const refusal =
      findImporterRefusal(context) ?? findTrancheRefusal(state, input) ?? findOfferMoneyRefusal(state, tranche);
    if (refusal !== undefined) return refusal;
    if (!actsFor(context, payer)) return refuse("NOT_HOLDER", { holder: payer });
    const stands =
      findAccountRefusal(state, payer) ?? findFrozenRefusal(state, tranche) ?? findExpiredRefusal(state, tranche);
    if (stands !== undefined) return stands;
    if (state.table(manifestTable).find(manifest)) return refuse("MANIFEST_EXISTS", { manifest });
    if (new Set(batches).size !== batches.length) return refuse("BATCH_LISTED_TWICE");
    return [manifestProposed({ ...input, proposal: id, proposer: actor.account })];
  },
});
