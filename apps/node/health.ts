import type { OpenLedger } from "./open-ledger.ts";

/** What `/health` answers: the sequencer's state, the ledger's height, and how many blocks the tables are behind it. */
export function healthOf({ chain, sequencer, network }: OpenLedger, projectedHeight: number) {
  const { state: now } = sequencer;
  const state = now === "failed" || now === "closing" ? ("stopped" as const) : now;
  const [waitingFor] = network?.sequencer.waitingFor ?? [];
  const { height } = chain.head;
  return { state, height, readModelBehind: Math.max(0, height - projectedHeight), ...(waitingFor && { waitingFor }) };
}
