import { chainOf } from "@mingbai/ledger/genesis/genesis";
import type { NodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { FloodContainers } from "../../../apps/node/network/faults/test-flood-containers.ts";
import { pushToAll } from "../../../apps/node/network/faults/test-flooder.ts";
import type { OpenLedger } from "../../../apps/node/open-ledger.ts";
import { manager } from "./bench-people.ts";

/** How far ahead others store; the flood is over by then. */
const expiryHeights = 4_000;

/** What is pushed again and again: so many containers, all different. */
export interface FloodOrder {
  readonly size: "tiny" | "big";
  readonly distinct: number;
}

/** What went out to one or another member. */
export interface Flooded {
  readonly containers: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** A member's flood through the links that its node has anyway, while that node goes on to order with the others. */
export class MemberFlood {
  readonly #ledger: OpenLedger;
  readonly #nodeKey: NodeKeys["node"];
  readonly #member: number;
  #running: { isStopped: boolean; readonly ended: Promise<Flooded> } | undefined;

  constructor({ ledger, keys, member }: { ledger: OpenLedger; keys: NodeKeys; member: number }) {
    this.#ledger = ledger;
    this.#nodeKey = keys.node;
    this.#member = member;
  }

  /** Resolves when the containers are made and the flood has begun. */
  async start({ size, distinct }: FloodOrder): Promise<void> {
    const { genesis, chain } = this.#ledger;
    const parts = { chain: chainOf(genesis), member: this.#member, nodeKey: this.#nodeKey, person: manager };
    const containers = await FloodContainers.of(parts);
    const expiryHeight = chain.head.height + expiryHeights;
    const frames: Uint8Array[] = [];
    while (frames.length < distinct) frames.push(await containers[size](expiryHeight));
    const running = { isStopped: false };
    this.#running = Object.assign(running, { ended: this.#push(frames, running) });
  }

  async stop(): Promise<Flooded> {
    if (this.#running === undefined) throw new RangeError("no flood was begun");
    this.#running.isStopped = true;
    return this.#running.ended;
  }

  async #push(frames: readonly Uint8Array[], running: { readonly isStopped: boolean }): Promise<Flooded> {
    const links = this.#ledger.network?.links;
    if (links === undefined) throw new RangeError("a member of a network floods");
    const members = links.status().peers.map(({ member }) => member);
    const startMs = performance.now();
    let containers = 0;
    let bytes = 0;
    for (let at = 0; !running.isStopped; at = (at + 1) % frames.length) {
      const frame = frames[at] ?? new Uint8Array();
      await pushToAll(links, { members, frame });
      containers += members.length;
      bytes += members.length * frame.length;
    }
    return { containers, bytes, seconds: (performance.now() - startMs) / 1_000 };
  }
}
