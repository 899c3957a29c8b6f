import type { Signer } from "@mingbai/crypto/signers/signer";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { findAnswer } from "@mingbai/sequencer/intake/find-answer";
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
