import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { formatNote, type NoteSignature } from "@mingbai/ledger/proofs/note";
import type { RosterStatement } from "@mingbai/ledger/proofs/roster-note";
import type { SceneNode } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import type { LinkFaults } from "@mingbai/testkit/simulated-network/link-faults";
import { SimulatedNetwork } from "@mingbai/testkit/simulated-network/simulated-network";
import { Cosigning } from "./cosigning.ts";
import { RosterBook } from "./roster-book.ts";
import { SignedMark } from "./signed-mark.ts";
import type { DueTree, Evidence } from "./vote-book.ts";

const origin = "mingbai.example/0909090909090909";
const chain = sha256(u32(9));
const signedSeconds = 1_700_000_000;

/** A member's part while its process runs, and what it has published. */
export interface CircleMember {
  readonly cosigning: Cosigning;
  readonly book: RosterBook;
  readonly proven: Map<number, readonly NoteSignature[]>;
  readonly rosters: string[];
  readonly evidence: Evidence[];
}

/** Nodes that sign trees for each other on a simulated network: everything of cosigning but the ledger, on one seed. */
export class TestCircle {
  readonly origin = origin;
  readonly nodes: readonly SceneNode[];
  readonly network: SimulatedNetwork;
  readonly #disks: SimulatedDisk[];
  readonly #members = new Map<number, CircleMember>();
  readonly #rosters: Omit<RosterStatement, "origin" | "chain">[] = [];

  constructor({ seed, nodes, faults }: { seed: number; nodes: readonly SceneNode[]; faults?: LinkFaults }) {
    this.nodes = nodes;
    this.network = new SimulatedNetwork({ seed, ...(faults && { faults }) });
    this.#disks = nodes.map((_, number) => simulatedDisk({ seed: seed + number }));
  }

  get running(): number[] {
    return [...this.#members.keys()];
  }

  get(number: number): CircleMember {
    const member = this.#members.get(number);
    if (member === undefined) throw new Error(`member ${number} is not running`);
    return member;
  }

  /** A member's process begins, with what its disk holds and what the ledger says of rosters. */
  async start(number: number): Promise<CircleMember> {
    const [node, disk] = [this.nodes[number], this.#disks[number]];
    if (node === undefined || disk === undefined) throw new RangeError(`no member ${number}`);
    const book = new RosterBook({ origin, chain, organisationKey: node.organisationKey });
    const proven = new Map<number, readonly NoteSignature[]>();
    const rosters: string[] = [];
    const evidence: Evidence[] = [];
    const cosigning = new Cosigning({
      keys: node,
      rosters: book,
      mark: await openMark(disk),
      nowSeconds: () => signedSeconds,
      onProven: ({ size }, signatures) => proven.set(size, signatures),
      onRoster: (epoch, text) => {
        rosters[epoch] = text;
      },
      onEvidence: (one) => evidence.push(one),
    });
    const { links, clock } = this.network.start(number);
    links.onFrame((from, frame) => void cosigning.take(from, frame));
    cosigning.connect({ links, clock, peers: () => this.nodes.map((_, peer) => peer).filter((one) => one !== number) });
    const member = { cosigning, book, proven, rosters, evidence };
    this.#members.set(number, member);
    for (const roster of this.#rosters) await cosigning.learnRoster(roster);
    return member;
  }

  /** A process ends without a word; what it had made durable stays. */
  crash(number: number): void {
    this.network.crash(number);
    this.#members.delete(number);
    const disk = this.#disks[number];
    if (disk !== undefined) this.#disks[number] = disk.crash({ kind: "lost" });
  }

  /** The ledger sets a roster, of which every running member hears. */
  async setRoster(roster: Roster, from: { fromSize: number; fromHeight: number }): Promise<void> {
    this.#rosters.push({ ...from, roster });
    for (const { cosigning } of this.#members.values()) await cosigning.learnRoster({ ...from, roster });
  }

  /** The tree of the ledger at a size falls due on these members; on a liar it is another one. */
  async due(size: number, { on = this.running, root = rootOf(size) } = {}): Promise<void> {
    for (const number of on) await this.get(number).cosigning.treeDue(treeOf(size, root));
  }

  /** Lets so many ms pass. */
  pass(ms: number): Promise<boolean> {
    const { clock } = this.network;
    return clock.run({ untilMs: clock.now() + ms, isDone: () => false });
  }

  /** Notes of rosters as a member has published them, oldest first. */
  rostersOf(number: number): readonly string[] {
    return this.get(number).rosters;
  }

  /** The checkpoint as a member has published it. */
  noteOf(number: number, size: number): string {
    const text = formatCheckpoint(treeOf(size, rootOf(size)));
    return formatNote({ text, signatures: this.get(number).proven.get(size) ?? [] });
  }
}

async function openMark(disk: SimulatedDisk): Promise<SignedMark> {
  await disk.makeFolder("cosigning");
  return SignedMark.open({ disk, path: "cosigning/signed-tree.json" });
}

export function treeOf(size: number, root = rootOf(size)): DueTree {
  return { origin, size, root, height: size, timeMs: size };
}

/** Of the ledger that all honest members have. */
export function rootOf(size: number): Uint8Array {
  return sha256(u32(size));
}

/** Names of whoever signed as a cosigner, without the origin. */
export function cosignersIn(signatures: readonly NoteSignature[] | undefined): string[] {
  return (signatures ?? []).flatMap(({ name }) => (name === origin ? [] : [name.slice(origin.length + 1)])).sort();
}
