import { toHex } from "@mingbai/codec/hex";
import { ChainKeeper } from "@mingbai/exchange/keep/chain-keeper";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { type ChainOptions, LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import { sceneContainerChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type SceneNode, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { random } from "@mingbai/testkit/random";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import type { CrashImage } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import type { LinkFaults } from "@mingbai/testkit/simulated-network/link-faults";
import { SimulatedNetwork } from "@mingbai/testkit/simulated-network/simulated-network";
import { SimulatedOrder } from "@mingbai/testkit/simulated-order/simulated-order";
import type { Answer } from "../answer.ts";
import { engineChainId } from "./network-application.ts";
import { NetworkSequencer } from "./network-sequencer.ts";
import { validatorsOf } from "./roster-changes.ts";

const folder = "ledger";
const usualSegmentBytes = 1024 * 1024;
const pieceBytes = 10_000;
const patienceMs = 120_000;

/** A member while its process runs. */
export interface ClusterMember {
  readonly ledger: LedgerChain;
  readonly sequencer: NetworkSequencer;
  readonly fatal: Error[];
}

/**
 * Members of one ledger, each with a real chain on a simulated disk and the real sequencer, on a simulated network and under
 * a simulated order: everything of a network but sockets and CometBFT, on one seed.
 */
export class TestCluster {
  readonly nodes: readonly SceneNode[];
  readonly genesis: Genesis;
  readonly chain: Uint8Array;
  readonly network: SimulatedNetwork;
  readonly order: SimulatedOrder;
  /** Batch ids of bodies that the organisations have given up, for members that start from now on. */
  givenUp: ReadonlySet<string> = new Set();
  readonly #eraBase: number;
  readonly #disks: SimulatedDisk[];
  readonly #members = new Map<number, ClusterMember>();
  readonly #clockOffsetMs = new Map<number, number>();
  readonly #keptHeights: (number: number) => number | undefined;
  readonly #segmentBytes: number;

  /**
   * `eraBase`: up to this height the first of them kept the ledger alone. All begin with the disk that it left (`begin`).
   * `keptHeights`: how far back a member keeps bodies; all keep all of them unless given.
   */
  constructor(parts: {
    seed: number;
    count?: number;
    faults?: LinkFaults;
    eraBase?: number;
    segmentBytes?: number;
    keptHeights?: (number: number) => number | undefined;
  }) {
    const { seed, count = 4, faults, eraBase = 0, keptHeights = () => undefined } = parts;
    this.#keptHeights = keptHeights;
    this.#segmentBytes = parts.segmentBytes ?? usualSegmentBytes;
    this.nodes = sceneNodes(count);
    const roster = sceneRosterOf(this.nodes);
    this.#eraBase = eraBase;
    this.genesis = { ...sceneGenesis, roster: eraBase === 0 ? roster : sceneRosterOf(this.nodes.slice(0, 1)) };
    this.chain = chainOf(this.genesis);
    this.network = new SimulatedNetwork({ seed, ...(faults && { faults }) });
    this.#disks = this.nodes.map((_, member) => simulatedDisk({ seed: seed + member }));
    this.order = new SimulatedOrder({
      clock: this.network.clock,
      chainId: engineChainId(this.chain, eraBase),
      validators: validatorsOf(roster),
      now: () => this.#nowMs(),
    });
  }

  get numbers(): number[] {
    return this.nodes.map((_, member) => member);
  }

  get running(): number[] {
    return [...this.#members.keys()];
  }

  get(number: number): ClusterMember {
    const member = this.#members.get(number);
    if (member === undefined) throw new Error(`member ${number} is not running`);
    return member;
  }

  async startAll(): Promise<void> {
    for (const number of this.numbers) await this.start(number);
  }

  /** All members have what lies on this disk, and have not started. */
  begin(disk: SimulatedDisk): void {
    for (const number of this.numbers) this.#disks[number] = disk.copy();
  }

  /** A member's process begins, with what its disk holds, or on a ledger that it restored there. */
  async start(number: number, restored?: LedgerChain): Promise<ClusterMember> {
    const [disk, node] = [this.#disks[number], this.nodes[number]];
    if (disk === undefined || node === undefined) throw new RangeError(`no member ${number}`);
    const ledger = restored ?? (await LedgerChain.open(this.chainOptions(disk, number)));
    const snapshots = await PortableSnapshots.open({ disk, folder, chain: ledger, pieceBytes });
    const fatal: Error[] = [];
    const { links, clock } = this.network.start(number);
    const opened = NetworkSequencer.open({
      ledger,
      eraBase: this.#eraBase,
      checker: sceneContainerChecker,
      keeper: new ChainKeeper({
        bodies: ledger.bodies,
        blocksFrom: (height) => ledger.keptBlocksFrom(height),
        readBody: (container) => ledger.readBody(container),
        hasRoomFor: (bytes) => ledger.hasRoomFor(bytes),
        isHealing: () => false,
      }),
      links,
      clock,
      now: () => this.#nowMs() + (this.#clockOffsetMs.get(number) ?? 0),
      ackKey: node.ack,
      disk,
      folder: "network",
      joinedAt: restored?.head.height,
      keeping: { keptHeights: () => this.#keptHeights(number), readFrom: () => Number.POSITIVE_INFINITY },
      snapshots,
      startEngine: async (application) => {
        await this.order.join(number, application, restored && restored.head.height - this.#eraBase);
        return async () => this.order.leave(number);
      },
      givenUp: this.givenUp,
      onFatal: (error) => fatal.push(error),
    });
    const member = { ledger, sequencer: await this.during(opened), fatal };
    this.#members.set(number, member);
    return member;
  }

  /** A member comes back with an empty disk. */
  wipe(number: number): SimulatedDisk {
    this.crash(number, { kind: "lost" });
    return this.replaceDisk(number);
  }

  /** One that does not run has an empty disk. */
  replaceDisk(number: number): SimulatedDisk {
    const disk = simulatedDisk({ seed: number });
    this.#disks[number] = disk;
    return disk;
  }

  /** A member's process ends without a word; its disk shows what the image says of what was not synced. */
  crash(number: number, image: CrashImage): void {
    this.order.leave(number);
    this.network.crash(number);
    const disk = this.#disks[number];
    if (disk !== undefined) this.#disks[number] = disk.crash(image);
    this.#members.delete(number);
  }

  /** A member's wall clock is so far from the right one from now on. */
  setClock(number: number, offsetMs: number): void {
    this.#clockOffsetMs.set(number, offsetMs);
  }

  submit(number: number, bytes: Uint8Array): Promise<readonly Answer[]> {
    return this.get(number).sequencer.submit(bytes);
  }

  /** Lets blocks be decided until the work is done. Throws where a minute or two of simulated time do not suffice. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    // Whoever awaits the work hears of its failure.
    done.catch(() => undefined);
    const endMs = this.network.clock.now() + patienceMs;
    while (!isDone) {
      if (this.network.clock.now() > endMs) throw new Error("two minutes passed and it is not done");
      await this.during(this.order.decide());
    }
    return done;
  }

  /** Lets time pass, without another block, until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    const { clock } = this.network;
    while (!isDone) {
      const isOver = !(await clock.run({ untilMs: clock.now() + patienceMs, isDone: () => isDone }));
      if (isOver && !isDone) throw new Error("two minutes passed and it is not done");
    }
    return done;
  }

  #nowMs(): number {
    return sampleTimeMs + 1 + this.network.clock.now();
  }

  /** Where a member's ledger lies on its disk. */
  chainOptions(disk: SimulatedDisk, member: number): ChainOptions {
    const dice = random(disk.seed + disk.trace.length);
    const replica = new Replica(sceneRegistry, this.genesis);
    const ackKey = toHex(this.nodes[member]?.ack.publicKey ?? new Uint8Array());
    return { disk, folder, replica, segmentBytes: this.#segmentBytes, ackKey, makeSalt: () => dice.bytes(8) };
  }
}
