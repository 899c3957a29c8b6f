import { equalBytes } from "@mingbai/codec/bytes";
import { containerKinds } from "@mingbai/ledger/container/container";
import { findItem } from "@mingbai/ledger/container/item";
import { previousEpochHeights } from "@mingbai/ledger/genesis/rosters";
import type { DecidedOrProposed, PrepareRequest } from "@mingbai/sequencer/cometbft/abci-application";
import { type SceneNode, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import type { ProposalWorld } from "@mingbai/testkit/ledger-scene/scene-proposals";
import { proposalBytes, wrongProposals } from "@mingbai/testkit/ledger-scene/wrong-proposals";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import { memberSecret, membersCount } from "./test-fault-people.ts";

/** Something wrong that was proposed. */
export interface ProposedGarbage {
  readonly name: string;
  readonly height: number;
}

/** A proposer that has all members' keys, and proposes at each of its turns something else that nobody may vote for. It does. */
export class Garbage {
  readonly #chain: Uint8Array;
  readonly proposed: ProposedGarbage[] = [];
  /** Everything that it can think of was proposed. */
  isSpent = false;
  readonly #ordered: { certified?: Uint8Array; inline?: Uint8Array } = {};
  #last: readonly Uint8Array[] | undefined;

  constructor(chain: Uint8Array) {
    this.#chain = chain;
  }

  /** Remembers what was ordered: it is wrong to propose that again. */
  saw({ items }: DecidedOrProposed): void {
    for (const bytes of items) {
      const kind = findItem(bytes)?.header.kind;
      if (kind === containerKinds.gathered) this.#ordered.certified ??= bytes.slice();
      if (kind === containerKinds.inline) this.#ordered.inline ??= bytes.slice();
    }
  }

  /** The next one; undefined once there is none left, or while nothing was ordered that could be proposed again. */
  async propose({ height }: Pick<PrepareRequest, "height">): Promise<readonly Uint8Array[] | undefined> {
    const { certified, inline } = this.#ordered;
    if (certified === undefined || inline === undefined) return undefined;
    const world = await worldOf(this.#chain, height);
    const ordered = { certified, inline, duplicate: certified };
    const wrong = wrongProposals(world, ordered)[this.proposed.length];
    this.isSpent = wrong === undefined;
    if (wrong === undefined) return undefined;
    this.proposed.push({ name: wrong.name, height });
    this.#last = await proposalBytes(wrong.items, world);
    return this.#last;
  }

  votesFor({ items }: Pick<DecidedOrProposed, "items">): boolean {
    const last = this.#last;
    return last?.length === items.length && items.every((item, at) => equalBytes(item, last[at] ?? new Uint8Array()));
  }
}

/** The members in their first epoch, between one and another that they never had. */
async function worldOf(chain: Uint8Array, height: number): Promise<ProposalWorld & { readonly oldEpoch: number }> {
  const nodes = await Promise.all(Array.from({ length: membersCount }, (_, number) => nodeOf(number)));
  const strangers = sceneNodes(membersCount);
  const epochOf = (number: number, of: readonly SceneNode[]) => ({
    roster: sceneRosterOf(of, { epoch: number }),
    nodes: of,
  });
  const epochs = [epochOf(7, strangers), epochOf(0, nodes), epochOf(1, nodes)] as const;
  return { chain, height, epochs, oldEpoch: height + previousEpochHeights };
}

async function nodeOf(number: number): Promise<SceneNode> {
  const { organisation, node, log, cosign, consensus } = await deriveNodeKeys(memberSecret(number));
  return { organisation: `member-${number}`, organisationKey: organisation, ack: node, log, cosign, consensus };
}
