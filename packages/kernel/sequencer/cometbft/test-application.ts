import { equalBytes } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import type { AbciApplication, DecidedOrProposed, Snapshot } from "./abci-application.ts";

const keptSnapshots = 10;

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
  /** A snapshot at each of so many heights: one chunk, the app hash. The last ten are kept. */
  readonly snapshotHeights?: number;
}): AbciApplication {
  let state: TestState = options.start ?? { height: 0, appHash: new Uint8Array(32) };
  let finalized = state;
  let snapshots: readonly Snapshot[] = [];
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
      if (state.height % (options.snapshotHeights ?? Infinity) === 0) {
        snapshots = [snapshotOf(state), ...snapshots].slice(0, keptSnapshots);
      }
      return { retainHeight: 0 };
    },
    listSnapshots: async () => snapshots,
    async offerSnapshot({ snapshot, appHash }) {
      // What is offered is believed only as far as CometBFT's light client has verified it.
      if (!equalBytes(snapshot.hash, appHash)) return "reject";
      finalized = { height: snapshot.height, appHash: appHash.slice() };
      return "accept";
    },
    loadSnapshotChunk: async ({ height }) => snapshots.find((one) => one.height === height)?.hash,
    async applySnapshotChunk({ chunk }) {
      if (!equalBytes(chunk, finalized.appHash)) return { result: "rejectSnapshot" };
      await options.onCommit?.(finalized);
      state = finalized;
      return { result: "accept" };
    },
  };
}

function snapshotOf({ height, appHash }: TestState): Snapshot {
  return { height, format: 1, chunks: 1, hash: appHash, metadata: new Uint8Array() };
}
