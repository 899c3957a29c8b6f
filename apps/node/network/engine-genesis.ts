import type { Era } from "@mingbai/ledger/genesis/era";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { makeGenesis } from "@mingbai/sequencer/cometbft/comet-genesis";
import { engineChainId } from "@mingbai/sequencer/network/network-application";

/**
 * The consensus engine's genesis of a ledger that was founded by several: a function of the ledger's genesis alone, since
 * the engine compares it at each start. Of one that was handed to several: of the block that did it. The app hash of the founded state is none: a later version of this program, with
 * another table, computes another. In its place stands the chain; the engine goes by what InitChain answers (CometBFT
 * v0.40.0, consensus/replay.go).
 */
export function engineGenesis(genesis: Genesis, era: Era | undefined): string {
  const chain = chainOf(genesis);
  const { timeMs, roster } = era ?? genesis;
  return makeGenesis({ chainId: engineChainId(chain, era?.base ?? 0), timeMs, appHash: chain, roster });
}
