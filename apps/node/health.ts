import type { OpenLedger } from "./open-ledger.ts";

/** What `/health` answers: the sequencer's state, the ledger's height, and how many blocks the tables are behind it. */
export function healthOf({ chain, solo }: OpenLedger, projectedHeight: number) {
  const state = solo.state === "failed" || solo.state === "closing" ? ("stopped" as const) : solo.state;
  return { state, height: chain.head.height, readModelBehind: Math.max(0, chain.head.height - projectedHeight) };
}
