import { sha256 } from "@mingbai/codec/sha256";
import type { AbciApplication, DecidedOrProposed } from "./abci-application.ts";

/** What the tests' application keeps over a restart. */
export interface TestState {
  readonly height: number;
  readonly appHash: Uint8Array;
}

/**
 * The smallest application: its app hash is a chain over the items of all blocks. `propose` gives what it puts into its
 * own blocks; `onCommit` is told what is durable, and by its waiting makes it so.
 */
export function testApplication(options: {
  readonly start?: TestState;
  readonly propose?: () => Promise<readonly Uint8Array[]>;
  readonly onCommit?: (state: TestState) => Promise<void> | void;
}): AbciApplication {
  let state: TestState = options.start ?? { height: 0, appHash: new Uint8Array(32) };
  let finalized = state;
  return {
    info: async () => state,
    initChain: async () => ({ appHash: state.appHash }),
    query: async () => ({ code: 1, log: "nothing is asked of a test" }),
    checkTx: async () => ({ code: 1 }),
    insertTx: async () => ({ code: 1 }),
    reapTxs: async () => [],
    prepareProposal: async () => (await options.propose?.()) ?? [],
    processProposal: async () => true,
    async finalizeBlock({ height, items }: DecidedOrProposed) {
      finalized = { height, appHash: items.length === 0 ? state.appHash : sha256(state.appHash, ...items) };
      return { appHash: finalized.appHash, validatorUpdates: [] };
    },
    async commit() {
      await options.onCommit?.(finalized);
      state = finalized;
      return { retainHeight: 0 };
    },
    listSnapshots: async () => [],
    offerSnapshot: async () => "abort",
    loadSnapshotChunk: async () => undefined,
    applySnapshotChunk: async () => ({ result: "abort" }),
  };
}
