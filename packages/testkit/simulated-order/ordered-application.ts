import type { AbciApplication, Misbehaviour } from "@mingbai/sequencer/cometbft/abci-application";

/** What the order asks of an application. */
export type OrderedApplication = Pick<
  AbciApplication,
  "info" | "initChain" | "prepareProposal" | "processProposal" | "finalizeBlock" | "commit"
>;

/** A block that more than two thirds accepted. */
export interface DecidedBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly items: readonly Uint8Array[];
  readonly misbehaviour: readonly Misbehaviour[];
}
