import { findParameter } from "@mingbai/ledger/authority/parameter";
import { type Configuration, getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";
import { approvalLimitNormally } from "../schema.ts";
import { type ApprovalLimitRow, approvalLimitTable } from "../tables.ts";

/** What members may vote for the organisations that have set no limit of their own. */
export const approvalLimitParameter = "identity.approvalLimitNormally";

/**
 * Minor units that one signature of this organisation may approve at this moment without a passkey; undefined where any
 * amount may be.
 */
export function findApprovalLimit(state: State, organisation: string, timeMs: number): number | undefined {
  const row = state.table(approvalLimitTable).find(organisation);
  if (row !== undefined) return limitAt(row, timeMs);
  return findParameter(state, approvalLimitParameter) ?? normalLimit(getConfiguration(state));
}

export function limitAt({ amount, before, fromMs }: ApprovalLimitRow, timeMs: number): number | undefined {
  return timeMs >= fromMs ? amount : before;
}

/** The limit of who has set none. Demo keys are published and no browser signs a retold list, so these have none. */
export function normalLimit({
  demo,
  reconstruction,
}: Pick<Configuration, "demo" | "reconstruction">): number | undefined {
  return demo || reconstruction ? undefined : approvalLimitNormally;
}
