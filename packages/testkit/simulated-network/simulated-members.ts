import { equalBytes, utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { CheckedBody } from "@mingbai/exchange/checked-body";
import { Exchange } from "@mingbai/exchange/exchange";
import type { ExchangeOptions } from "@mingbai/exchange/exchange-options";
import type { BodyKeeper } from "@mingbai/exchange/ports/body-keeper";
import type { ItemJudgement } from "@mingbai/exchange/ports/ledger-view";
import type { PublishedContainer } from "@mingbai/exchange/push/publication";
import { isValidCertificate } from "@mingbai/ledger/availability/certificate";
import { type ContainerHeader, containerKinds } from "@mingbai/ledger/container/container";
import { findItem, type Item } from "@mingbai/ledger/container/item";
import { isSignedByOrigin, originMessage } from "@mingbai/ledger/container/origin-signature";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { transactionKinds } from "@mingbai/ledger/transaction/header";
import { sceneContainer } from "../ledger-scene/scene-containers.ts";
import { sceneChain } from "../ledger-scene/scene-genesis.ts";
import { type SceneNode, sceneNodes, sceneRosterOf } from "../ledger-scene/scene-nodes.ts";
import { sampleEnvelopeBytes, samplePaymentBody } from "../sample-domain/sample-envelope.ts";
import type { LinkFaults } from "./link-faults.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { MemoryKeeper } from "./memory-keeper.ts";
import { type Life, SimulatedNetwork } from "./simulated-network.ts";

/** Longest time that a simulated disk takes to make things durable. */
export const commitMsMax = 20;

/** A member while its process runs. */
export interface RunningMember {
  readonly exchange: Exchange;
  readonly keeper: MemoryKeeper;
  readonly life: Life;
  /** Items that it could propose, by batch id. */
  readonly items: Map<string, Item>;
  /** Why its process had to end, if it had. */
  readonly failures: unknown[];
}

export interface SimulatedMembersOptions {
  readonly seed: number;
  readonly count: number;
  readonly faults?: LinkFaults;
  /** What differs from an honest, healthy member. */
  readonly optionsOf?: (member: number) => Partial<ExchangeOptions>;
}

/** Members with an exchange each, on a simulated network, with disks that outlive their processes. */
export class SimulatedMembers {
  readonly network: SimulatedNetwork;
  readonly nodes: readonly SceneNode[];
  readonly disks: readonly MemoryDisk[];
  roster: Roster;
  height = 1;
  /** Batch ids in blocks. */
  readonly ordered = new Set<string>();
  readonly #options: SimulatedMembersOptions;
  readonly #running = new Map<number, RunningMember>();
  #originSequence = 0;

  constructor(options: SimulatedMembersOptions) {
    const { seed, count, faults } = options;
    this.#options = options;
    this.network = new SimulatedNetwork({ seed, ...(faults && { faults }) });
    this.nodes = sceneNodes(count);
    this.disks = this.nodes.map(() => new MemoryDisk());
    this.roster = sceneRosterOf(this.nodes);
  }

  get numbers(): number[] {
    return this.nodes.map((_, member) => member);
  }

  get(member: number): RunningMember {
    const running = this.#running.get(member);
    if (running === undefined) throw new Error(`member ${member} is not running`);
    return running;
  }

  nodeOf(member: number): SceneNode {
    const node = this.nodes[member];
    if (node === undefined) throw new RangeError(`no member ${member}`);
    return node;
  }

  diskOf(member: number): MemoryDisk {
    const disk = this.disks[member];
    if (disk === undefined) throw new RangeError(`no member ${member}`);
    return disk;
  }

  startAll(): void {
    for (const member of this.numbers) this.start(member);
  }

  /** A member's process begins, with what its disk holds. `given`: what differs in this run. */
  start(member: number, given: Partial<ExchangeOptions> = {}): RunningMember {
    const life = this.network.start(member);
    const disk = this.diskOf(member);
    const { draw } = this.network;
    const keeper = new MemoryKeeper({ disk, clock: life.clock, commitMs: () => draw.below(commitMsMax + 1) });
    const items = new Map<string, Item>();
    const failures: unknown[] = [];
    const exchange = new Exchange({ ...this.#exchangeOptions(member, life, keeper, failures), ...given });
    exchange.onItem((item) => {
      items.set(toHex(item.batchId), item);
      return true;
    });
    const running = { exchange, keeper, life, items, failures };
    this.#running.set(member, running);
    exchange.start().catch((error: unknown) => failures.push(error));
    return running;
  }

  crash(member: number): void {
    this.network.crash(member);
    this.#running.delete(member);
  }

  /** A batch of payments of its own, signed. */
  payments(origin: number, amounts: readonly number[]): Promise<PublishedContainer> {
    const kind = { kind: transactionKinds.payments, command: "sample.pay" };
    const envelope = sampleEnvelopeBytes(samplePaymentBody(amounts), kind);
    return this.#signed([envelope], { origin, kind: containerKinds.payments });
  }

  /** A container of its own, signed; its body holds `text`. */
  async container(
    origin: number,
    { text = "x", ...given }: Partial<ContainerHeader> & { text?: string } = {},
  ): Promise<PublishedContainer> {
    const envelope = sampleEnvelopeBytes(utf8(JSON.stringify({ key: `${this.#originSequence}`, text })));
    return this.#signed([envelope], { origin, ...given });
  }

  async #signed(envelopes: readonly Uint8Array[], given: Partial<ContainerHeader> & { origin: number }) {
    this.#originSequence++;
    const made = sceneContainer(envelopes, { originSequence: this.#originSequence, expiryHeight: 1_000, ...given });
    const signature = await this.nodeOf(given.origin).ack.sign({
      message: originMessage(made.batchId),
      id: made.batchId,
    });
    return { ...made, signature, groupRoots: new Uint8Array() };
  }

  /** What an honest member makes of an item, without a ledger: everything that no state is needed for. */
  judge(itemBytes: Uint8Array): ItemJudgement {
    const item = findItem(itemBytes);
    const origin = item && this.roster.members[item.header.origin];
    if (item === undefined || origin === undefined) return { verdict: "wrong" };
    if (!equalBytes(item.header.chainTag, sceneChain.subarray(0, 8))) return { verdict: "wrong" };
    const isOrdered = this.ordered.has(toHex(item.batchId));
    if (isOrdered || item.header.expiryHeight < this.height) return { verdict: "settled" };
    const { batchId, originSignature: signature, certificate } = item;
    if (certificate !== undefined && certificate.epoch !== this.roster.epoch) return { verdict: "later" };
    if (!isSignedByOrigin(origin, { batchId, signature })) return { verdict: "wrong" };
    if (item.header.kind === containerKinds.inline) return { verdict: "right", item };
    const about = { roster: this.roster, chain: sceneChain, batchId };
    const isCertified = certificate !== undefined && isValidCertificate(about, certificate);
    return isCertified ? { verdict: "right", item } : { verdict: "wrong" };
  }

  /** A block on all running members orders these. */
  order(items: readonly Item[]): void {
    this.height++;
    for (const { batchId } of items) this.ordered.add(toHex(batchId));
    for (const disk of this.disks) {
      for (const { batchId } of items) disk.ordered(batchId, this.height);
      disk.expire(this.height);
    }
    for (const { exchange } of this.#running.values()) {
      exchange.ordered(items);
      exchange.heightReached(this.height);
    }
  }

  #exchangeOptions(member: number, life: Life, keeper: BodyKeeper, failures: unknown[]): ExchangeOptions {
    return {
      chain: sceneChain,
      roster: this.roster,
      signer: this.nodeOf(member).ack,
      height: this.height,
      links: life.links,
      clock: life.clock,
      keeper,
      check: checkUnsigned,
      isOrdered: (_, id) => this.ordered.has(toHex(id)),
      judgeItem: (itemBytes) => this.judge(itemBytes),
      onStored: () => undefined,
      onFailure: (error) => failures.push(error),
      ...this.#options.optionsOf?.(member),
    };
  }
}

/** The stateless check but for the signatures in a body, which are filler in simulated containers. */
export async function checkUnsigned(header: ContainerHeader, body: Uint8Array): Promise<CheckedBody["verdict"]> {
  const verdict = checkContainer(header, body);
  return "fault" in verdict && verdict.fault === "SIGNATURE_WRONG" ? { lines: [] } : verdict;
}
