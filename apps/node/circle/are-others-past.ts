import { holdsThird } from "@mingbai/ledger/availability/quorum";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { NodeCircle } from "./node-circle.ts";
import { levelHeights } from "./node-report.ts";

/** Whether members of a third of the power, not all of whom can lie, say that they are past this height by more than moments. */
export async function areOthersPast(
  {
    chain,
    circle,
  }: {
    chain: Pick<LedgerChain, "state"> & { readonly head: { readonly height: number } };
    circle: Pick<NodeCircle, "reports">;
  },
  height: number,
): Promise<boolean> {
  const heard = await circle.reports(chain.head.height);
  const roster = rosterInForce(chain.state, chain.head.height + 1);
  return holdsThird(roster, (_, number) => (heard.get(number)?.report.position ?? 0) > height + levelHeights);
}
