import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import { chainOf, foundState, type Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { rosterDelayHeights, setNextRoster } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import type { Head } from "@mingbai/log/chain/replica";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type SceneNode, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { SimulatedNetwork } from "@mingbai/testkit/simulated-network/simulated-network";
import type { PublishedChain } from "./ledger-rosters.ts";
import { PublishedLog } from "./published-log.ts";

const nothing = new Uint8Array(32);

/** A block of the test: so many leaves at a time; none for an empty one. */
export interface TestBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly leaves: number;
  /** Other leaves than those of the other members. */
  readonly salt?: number;
  /** Set by this block, in force two heights later. */
  readonly roster?: Roster;
}

/** Blocks that are durable on one member, with as much of a chain as publishing reads. */
class BlocksOnly implements PublishedChain {
  readonly chain: Uint8Array;
  readonly state: State;
  readonly #blocks: BlockRecord[] = [];

  constructor(genesis: Genesis) {
    this.chain = chainOf(genesis);
    this.state = foundState(sceneRegistry, genesis);
  }

  get head(): Head {
    const { height = 0, timeMs = 0, logSize = 0 } = this.#blocks.at(-1) ?? {};
    return { height, timeMs, logSize, appHash: nothing, logRoot: nothing, effects: nothing, stateRoot: nothing };
  }

  /** The leaves of a block, which is durable from now on. */
  add({ height, timeMs, leaves, salt = 0, roster }: TestBlock): Uint8Array[] {
    const before = this.head.logSize;
    const made = Array.from({ length: leaves }, (_, at) => sha256(u32(before + at), u32(salt)));
    this.#blocks.push({
      height,
      timeMs,
      logSize: before + leaves,
      appHash: nothing,
      logRoot: nothing,
      effects: nothing,
      stateRoot: nothing,
      unorderedFrom: 0,
      bodiesBelow: 0,
      containers: [],
      outcomes: made.map((leaf) => ({ leaf, events: [] })),
    });
    if (roster !== undefined) setNextRoster(this.state, roster, height + rosterDelayHeights);
    return made;
  }

  async *blocksFromLogSize(logSize: number) {
    for (const [number, record] of this.#blocks.entries()) if (record.logSize > logSize) yield { number, record };
  }

  async *blocksFromHeight(height: number) {
    for (const record of this.#blocks) if (record.height >= height) yield record;
  }
}

/** Members who publish one ledger, each on a disk of its own and a simulated network. The first so many are in the first roster. */
export class TestPublishedCircle {
  readonly genesis: Genesis;
  readonly network: SimulatedNetwork;
  readonly fatal: Error[] = [];
  readonly #nodes: readonly SceneNode[];
  readonly #disks: SimulatedDisk[];
  readonly #chains: BlocksOnly[];
  readonly #logs = new Map<number, PublishedLog>();

  constructor({
    seed,
    nodes,
    founders = nodes.length,
  }: { seed: number; nodes: readonly SceneNode[]; founders?: number }) {
    this.#nodes = nodes;
    this.genesis = { ...sceneGenesis, roster: sceneRosterOf(nodes.slice(0, founders)) };
    this.network = new SimulatedNetwork({ seed });
    this.#disks = nodes.map((_, number) => simulatedDisk({ seed: seed + number }));
    this.#chains = nodes.map(() => new BlocksOnly(this.genesis));
  }

  /** The ledger, 32 bytes. */
  get chain(): Uint8Array {
    return chainOf(this.genesis);
  }

  get running(): number[] {
    return [...this.#logs.keys()];
  }

  get(number: number): PublishedLog {
    const log = this.#logs.get(number);
    if (log === undefined) throw new Error(`member ${number} is not running`);
    return log;
  }

  async start(number: number): Promise<void> {
    const [disk, chain, node] = [this.#disks[number], this.#chains[number], this.#nodes[number]];
    if (disk === undefined || chain === undefined || node === undefined) throw new RangeError(`no member ${number}`);
    const log = await PublishedLog.open({
      disk,
      folder: "published",
      chain,
      genesis: this.genesis,
      keys: { log: node.log, cosign: node.cosign, organisation: node.organisationKey },
      shared: { markFolder: "network" },
      onFatal: (error) => this.fatal.push(error),
    });
    const { links, clock } = this.network.start(number);
    links.onFrame((from, frame) => void log.cosigning.take(from, frame));
    log.cosigning.connect({ links, clock, peers: () => [...this.#nodes.keys()].filter((peer) => peer !== number) });
    this.#logs.set(number, log);
  }

  async startAll(): Promise<void> {
    for (const number of this.#nodes.keys()) await this.start(number);
    // What is sent before two nodes see each other is lost.
    await this.pass(10);
  }

  /** A process is killed: what was synced stays, and its chain. */
  crash(number: number): void {
    this.network.crash(number);
    this.#logs.delete(number);
    const disk = this.#disks[number];
    if (disk !== undefined) this.#disks[number] = disk.crash({ kind: "lost" });
  }

  /** A block becomes durable on these members, one after another. */
  async decide(block: TestBlock, on: readonly number[] = this.#nodes.map((_, number) => number)): Promise<void> {
    for (const number of on) {
      const log = this.#logs.get(number);
      const leaves = block.leaves === 0 ? undefined : this.#chains[number]?.add(block);
      if (leaves !== undefined) log?.append(leaves, block);
      log?.passed(block);
      await log?.publish();
    }
  }

  pass(ms: number): Promise<boolean> {
    const { clock } = this.network;
    return clock.run({ untilMs: clock.now() + ms });
  }

  /** Sizes of the checkpoints that a member has published, oldest first. */
  async sizesOf(number: number): Promise<number[]> {
    const log = this.get(number);
    const sizes = [];
    for (let at = 0; at < log.count; at++) sizes.push((await log.checkpoint(at)).size);
    return sizes;
  }
}
