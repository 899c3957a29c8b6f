import type { OpenLedger } from "./open-ledger.ts";

/** What `/health` answers: the sequencer's state, the ledger's height, how many blocks the tables are behind it, and who contradicts it. */
export function healthOf({ chain, sequencer, network, published }: OpenLedger, projectedHeight: number) {
  const { state: now } = sequencer;
  const state = now === "failed" || now === "closing" ? ("stopped" as const) : now;
  const [waitingFor] = network?.sequencer.waitingFor ?? [];
  const { height } = chain.head;
  const { contradicting } = published;
  return {
    state,
    height,
    readModelBehind: Math.max(0, height - projectedHeight),
    ...(waitingFor && { waitingFor }),
    ...(contradicting.length > 0 && { contradicting: [...contradicting] }),
  };
}
