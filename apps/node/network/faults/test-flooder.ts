import { fromHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { encodePush } from "@mingbai/exchange/frames/push";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { type OpenLinks, openLinks } from "@mingbai/exchange/links/open-links";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import { batchId, containerKinds, encodeContainerHeader } from "@mingbai/ledger/container/container";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import type { FaultNetwork } from "./test-fault-network.ts";
import { memberSecret, people } from "./test-fault-people.ts";
import { FaultSigner } from "./test-fault-signer.ts";

/** Beyond every number that the member itself will give in the test. */
const firstSequence = 1_000_000;
const queueFullMs = 5;

/** Somebody in a member's place who pushes containers to all others and never lets them be ordered. */
export class Flooder {
  readonly #links: OpenLinks;
  readonly #signer: Signer;
  readonly #chain: Uint8Array;
  readonly #number: number;
  readonly #body: Uint8Array;
  #pushed = 0;

  private constructor(parts: {
    links: OpenLinks;
    signer: Signer;
    chain: Uint8Array;
    number: number;
    body: Uint8Array;
  }) {
    this.#links = parts.links;
    this.#signer = parts.signer;
    this.#chain = parts.chain;
    this.#number = parts.number;
    this.#body = parts.body;
  }

  /** Takes the place of a member that is down; resolves once it is linked to all others. */
  static async open(network: FaultNetwork, number: number): Promise<Flooder> {
    const keys = await deriveNodeKeys(memberSecret(number));
    const { chain, roster } = network;
    const { listen, members } = network.fileOf(number);
    const links = await openLinks({
      ownSeed: keys.seeds.node,
      chain,
      epoch: roster.epoch,
      clock: machineClock,
      listen,
      members: members.map(({ host, port }, member) => ({
        member,
        publicKey: fromHex(roster.members[member]?.ackKey ?? ""),
        host,
        port,
      })),
    });
    const { bytes } = await new FaultSigner(chain, people.manager).command("treasury.pay", {});
    const there = new Set<number>();
    await new Promise<void>((resolve) => {
      links.onPeer((member, isThere) => {
        if (isThere) there.add(member);
        if (there.size === members.length - 1) resolve();
      });
    });
    return new Flooder({ links, signer: keys.node, chain, number, body: bytes });
  }

  /** Pushes so many containers to every other member. */
  async push(count: number, expiryHeight: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      const frame = await this.#container(expiryHeight);
      for (const { member } of this.#links.status().peers) {
        while (!this.#links.send(member, frame)) await new Promise((resolve) => setTimeout(resolve, queueFullMs));
      }
    }
  }

  close(): Promise<void> {
    return this.#links.close();
  }

  async #container(expiryHeight: number): Promise<Uint8Array> {
    const kind = containerKinds.gathered;
    const body = this.#body;
    const headerBytes = encodeContainerHeader({
      kind,
      origin: this.#number,
      chainTag: this.#chain.slice(0, 8),
      originSequence: firstSequence + this.#pushed++,
      expiryHeight,
      bodyBytes: body.length,
      units: 1,
      bodyRoot: bodyRoot(kind, body, findEnvelopes(kind, body) ?? []),
    });
    const id = batchId(headerBytes);
    return encodePush({ headerBytes, signature: await this.#signer.sign({ message: originMessage(id), id }), body });
  }
}
