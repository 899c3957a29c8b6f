import { fromHex } from "@mingbai/codec/hex";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { type OpenLinks, openLinks } from "@mingbai/exchange/links/open-links";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import type { FaultNetwork } from "./test-fault-network.ts";
import { memberSecret, people } from "./test-fault-people.ts";
import { FloodContainers } from "./test-flood-containers.ts";

const queueFullMs = 5;

/** Somebody in a member's place who pushes containers to all others and never lets them be ordered. */
export class Flooder {
  readonly member: number;
  readonly #links: OpenLinks;
  readonly #containers: FloodContainers;

  private constructor(member: number, links: OpenLinks, containers: FloodContainers) {
    this.member = member;
    this.#links = links;
    this.#containers = containers;
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
    const person = people.manager;
    const containers = await FloodContainers.of({ chain, member: number, nodeKey: keys.node, person });
    const there = new Set<number>();
    await new Promise<void>((resolve) => {
      links.onPeer((member, isThere) => {
        if (isThere) there.add(member);
        if (there.size === members.length - 1) resolve();
      });
    });
    return new Flooder(number, links, containers);
  }

  /** Pushes so many containers to every other member, as fast as they take them. */
  async push(size: "tiny" | "big", { count, expiryHeight }: { count: number; expiryHeight: number }): Promise<void> {
    const members = this.#links.status().peers.map(({ member }) => member);
    for (let left = count; left > 0; left--) {
      await pushToAll(this.#links, { members, frame: await this.#containers[size](expiryHeight) });
    }
  }

  close(): Promise<void> {
    return this.#links.close();
  }
}

/** Queues a frame for each of these members, waiting for each whose queue is full. */
export async function pushToAll(
  links: Pick<OpenLinks, "send">,
  { members, frame }: { members: readonly number[]; frame: Uint8Array },
): Promise<void> {
  for (const member of members) {
    while (!links.send(member, frame)) await new Promise((resolve) => setTimeout(resolve, queueFullMs));
  }
}
