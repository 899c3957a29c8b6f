import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { findLeaf } from "@mingbai/ledger/execute/leaf";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { FinalAnswer } from "@mingbai/sequencer/answer";
import type { Chain } from "@mingbai/sequencer/solo/chain";

interface Parts {
  readonly ledger: LedgerChain;
  /** The node's own key, which signs the containers that it makes. */
  readonly nodeKey: Signer;
}

/** The ledger on this disk, as the solo sequencer wants it. */
export function soloChain({ ledger, nodeKey }: Parts): Chain {
  return {
    get chain() {
      return ledger.chain;
    },
    get head() {
      return ledger.head;
    },
    get state() {
      return ledger.state;
    },
    get originSequence() {
      return ledger.originSequence;
    },
    isDeadlineDue: (timeMs) => ledger.isDeadlineDue(timeMs),
    hasRoomFor: (bytes) => ledger.hasRoomFor(bytes),
    async append({ height, timeMs, containers }) {
      const signed = containers.map(async (container) => ({
        ...container,
        signature: await signBatch(nodeKey, container.batchId),
      }));
      return ledger.append({ height, timeMs, containers: await Promise.all(signed) });
    },
    commit: () => ledger.commit(),
    findAnswer: (id) => findAnswer(ledger, id),
    close: () => ledger.close(),
  };
}

/** The origin's signature over a container's name: "this node made it". */
function signBatch(nodeKey: Signer, batchId: Uint8Array): Promise<Uint8Array> {
  return nodeKey.sign({ message: originMessage(batchId), id: batchId });
}

/** The answer given when the same bytes were executed, read back from the block log. */
async function findAnswer(ledger: LedgerChain, id: string): Promise<FinalAnswer | undefined> {
  const found = await ledger.findOutcome(id);
  const outcome = found?.record.outcomes[found.index];
  const leaf = outcome && findLeaf(outcome.leaf);
  if (found === undefined || outcome === undefined || leaf === undefined) return undefined;
  return {
    status: "final",
    id: toHex(leaf.id),
    ...(outcome.refusal && { refused: outcome.refusal.refused }),
    ...(outcome.refusal?.detail && { detail: outcome.refusal.detail }),
    height: leaf.height,
    timeMs: leaf.timeMs,
    logIndex: found.record.logSize - found.record.outcomes.length + found.index,
    units: leaf.units,
    refusedLines: outcome.refusedLines ?? [],
  };
}
