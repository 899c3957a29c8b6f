import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { rostersMax } from "@mingbai/ledger/proofs/follow-rosters";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { findNote, type NoteSignature } from "@mingbai/ledger/proofs/note";
import { type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { findRosterNote, organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import type { Disk } from "@mingbai/log/disk/disk";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import { openTileLog } from "@mingbai/log/merkle/open-tile-log";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import type { TileLog } from "@mingbai/log/merkle/tile-log";
import { Cosigning, describeEvidence } from "@mingbai/sequencer/cosigning/cosigning";
import { isDue } from "@mingbai/sequencer/cosigning/is-due";
import { checkpointEveryMs } from "@mingbai/sequencer/cosigning/limits";
import { RosterBook } from "@mingbai/sequencer/cosigning/roster-book";
import { SignedMark } from "@mingbai/sequencer/cosigning/signed-mark";
import type { VotingKeys } from "@mingbai/sequencer/cosigning/vote";
import type { DueTree } from "@mingbai/sequencer/cosigning/vote-book";
import type { WitnessAddress } from "./ask-witness.ts";
import type { PublishedCheckpoint } from "./checkpoint-history.ts";
import { diskTileFiles } from "./disk-tile-files.ts";
import { EvidenceFiles } from "./evidence-files.ts";
import { KeptCheckpoints } from "./kept-checkpoints.ts";
import { LedgerRosters, type PublishedChain, rosterFile } from "./ledger-rosters.ts";
import { type BlockMark, TreeSteps } from "./tree-steps.ts";
import { type ShownCheckpoint, WitnessCircle } from "./witness-circle.ts";

/** Leaves between two writings while blocks are read again; far fewer tiles than may wait. */
const publishEveryLeaves = 64 * 1024;

interface Parts {
  readonly disk: Disk;
  readonly folder: string;
  readonly chain: PublishedChain;
  readonly genesis: Genesis;
  readonly keys: VotingKeys & { readonly organisation: Signer };
  /**
   * Where others keep the ledger too: which trees are signed follows from block times, and what this node has signed is
   * kept in this folder before the others hear of it. A node alone signs by its clock.
   */
  readonly shared?: { readonly markFolder: string };
  /** Shown each checkpoint; their cosignatures join the newest one when they come. */
  readonly witnesses?: readonly WitnessAddress[];
  /** Told of a member that signed a tree which is not the ledger's. */
  readonly onAlarm?: (words: string) => void;
  /** Called when publishing failed; the node must stop. */
  readonly onFatal: (error: Error) => void;
}

interface Opened {
  readonly files: TileFiles;
  readonly tiles: TileLog;
  readonly checkpoints: KeptCheckpoints;
  readonly mark: SignedMark | undefined;
  readonly evidence: EvidenceFiles;
}

/** The name of a ledger's log, by which its checkpoints and keys are known everywhere. */
export function logOrigin(chain: Uint8Array): string {
  return `mingbai.example/${toHex(chain.subarray(0, 8))}`;
}

/** The Merkle log as strangers see it: tiles and checkpoints that its members signed, always of durable blocks, never a smaller tree after a larger. */
export class PublishedLog {
  readonly tiles: TileLog;
  readonly files: TileFiles;
  readonly key: NoteKey;
  readonly witnesses: WitnessCircle;
  /** How members come to signed checkpoints and rosters. */
  readonly cosigning: Cosigning;
  readonly #parts: Parts;
  readonly #checkpoints: KeptCheckpoints;
  readonly #book: RosterBook;
  readonly #evidence: EvidenceFiles;
  #steps: TreeSteps;
  #rosters: LedgerRosters | undefined;
  /** The last effective block that was taken, and the leaves up to it. */
  #last = { height: 0, timeMs: 0 };
  #taken: number;
  readonly #listeners: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #publishing: Promise<void> = Promise.resolve();
  #hasFailed = false;

  private constructor(parts: Parts, opened: Opened) {
    const { chain, keys } = parts;
    const origin = logOrigin(chain.chain);
    this.#parts = parts;
    this.files = opened.files;
    this.tiles = opened.tiles;
    this.#checkpoints = opened.checkpoints;
    this.#evidence = opened.evidence;
    this.#taken = opened.tiles.size;
    this.key = { name: origin, type: noteKeyTypes.ed25519, publicKey: keys.log.publicKey };
    this.#book = new RosterBook({ origin, chain: chain.chain, organisationKey: keys.organisation });
    this.cosigning = new Cosigning({
      keys,
      rosters: this.#book,
      mark: opened.mark,
      nowSeconds: () => Math.floor(Date.now() / 1_000),
      onProven: (tree, signatures) => this.#then(() => this.#prove(tree, signatures)),
      onRoster: (epoch, text) => this.#then(() => this.files.write(rosterFile(epoch), utf8(text))),
      onEvidence: (evidence) => {
        parts.onAlarm?.(describeEvidence(evidence));
        this.#then(() => this.#evidence.keep(origin, evidence));
      },
    });
    this.#steps = this.#stepsFrom({ height: 0, timeMs: 0 });
    this.witnesses = new WitnessCircle({
      witnesses: parts.witnesses ?? [],
      proveConsistency: (sizes) => opened.tiles.proveConsistency(sizes),
      onCosigned: (checkpoint, signature) =>
        this.#then(() => this.#checkpoints.addSignatures(checkpoint.size, [signature])),
    });
  }

  /** Opens at the last checkpoint, and appends the leaves of the durable blocks after it. */
  static async open(parts: Parts): Promise<PublishedLog> {
    const { disk, folder, chain, genesis, shared } = parts;
    const files = await diskTileFiles(disk, folder);
    await using opened = new OpenedSoFar();
    const checkpoints = opened.adopt(await KeptCheckpoints.open({ disk, folder, files }), (kept) => kept.close());
    const { latest } = checkpoints;
    if (latest !== undefined && latest.size > chain.head.logSize) {
      throw new Error(
        `a checkpoint of ${latest.size} leaves was published, but the log has only ${chain.head.logSize}: acknowledged history is missing. Get it back from the other members (mingbai node replace --lost ledger) or from a backup (mingbai restore)`,
      );
    }
    const tiles = await openTileLog({ files, size: latest?.size ?? 0, root: latest?.root ?? emptyRoot });
    const mark = shared && (await openMark(disk, shared.markFolder));
    const evidence = await EvidenceFiles.open(files);
    const log = new PublishedLog(parts, { files, tiles, checkpoints, mark, evidence });
    log.#rosters = await LedgerRosters.open({ chain, genesis, cosigning: log.cosigning, files });
    await log.#replay();
    if (latest !== undefined) await log.#restore(latest);
    await log.publish();
    if (checkpoints.latest !== undefined) log.witnesses.show(shown(checkpoints.latest));
    opened.move();
    return log;
  }

  /** Keys that signed the newest roster: what somebody pins who follows rosters. */
  get organisationKeys(): NoteKey[] {
    const last = findRosterNote(this.#book.notes.at(-1) ?? "");
    return last?.roster.members.map((member) => organisationNoteKey(last.origin, member)) ?? [];
  }

  /** Organisations of which it is proven that they signed another history. */
  get contradicting(): readonly string[] {
    return this.#evidence.organisations;
  }

  get latest(): PublishedCheckpoint | undefined {
    return this.#checkpoints.latest;
  }

  /** How many checkpoints were ever published. */
  get count(): number {
    return this.#checkpoints.count;
  }

  /** Notes of rosters up to the one whose members sign the tree of this size, as many as a receipt may carry. */
  rosterNotes(size: number): readonly string[] {
    const { notes } = this.#book;
    const epoch = this.#book.findOfSize(size)?.roster.epoch ?? notes.length;
    return notes.slice(0, epoch + 1).slice(-rostersMax);
  }

  /** Calls `listener` whenever a checkpoint, a signature or a roster's note has been published, from now on. */
  onPublished(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Takes in the leaves of a durable block; a checkpoint follows within about a quarter of a second. */
  append(leaves: readonly Uint8Array[], at: BlockMark): void {
    if (this.#parts.shared) this.#signWhenDue(at.timeMs);
    const { height, timeMs } = at;
    const sizeBefore = this.#taken;
    this.#taken += leaves.length;
    this.#followRosters({ height, sizeBefore, sizeAfter: this.#taken });
    this.#last = { height, timeMs };
    this.#steps.append(leaves, this.#last);
    if (!this.#parts.shared) this.#timer ??= setTimeout(() => this.#signNow(), checkpointEveryMs);
  }

  /** Follows a durable height of a network, which may have changed nothing. */
  passed({ height, timeMs }: BlockMark): void {
    this.#followRosters({ height, sizeBefore: this.#taken, sizeAfter: this.#taken });
    this.#signWhenDue(timeMs);
  }

  /** Waits for what is to be published. A node alone publishes all that has been appended, if there is anything new. */
  async publish(): Promise<void> {
    if (!this.#parts.shared) this.#steps.due();
    await this.#steps.idle();
    await this.#publishing;
  }

  checkpoint(number: number): Promise<PublishedCheckpoint> {
    return this.#checkpoints.read(number);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.publish();
    this.cosigning.close();
    await this.witnesses.close();
    await this.#publishing;
    await this.#checkpoints.close();
  }

  #stepsFrom(covered: BlockMark, signedSize = 0): TreeSteps {
    const { key, tiles } = this;
    const onTree = (tree: DueTree) => this.cosigning.treeDue(tree);
    const onFatal = (error: Error) => this.#fail(error);
    return new TreeSteps({ tiles, origin: key.name, onTree, onFatal }, { covered, signedSize });
  }

  /** Leaves of blocks that no checkpoint covers yet. What was due meanwhile is not signed: the tree after the last of them is. */
  async #replay(): Promise<void> {
    const { tiles } = this;
    let written = tiles.size;
    for await (const { record } of this.#parts.chain.blocksFromLogSize(tiles.size)) {
      const firstIndex = record.logSize - record.outcomes.length;
      record.outcomes.forEach(({ leaf }, index) => {
        if (firstIndex + index === tiles.size) tiles.append(leaf);
      });
      this.#last = { height: record.height, timeMs: record.timeMs };
      if (tiles.size - written >= publishEveryLeaves) written = (await tiles.publish()).size;
    }
    const { logSize } = this.#parts.chain.head;
    if (tiles.size !== logSize) {
      throw new Error(
        `the blocks of leaves from ${tiles.size} on are missing: a log of ${logSize} cannot be published`,
      );
    }
    this.#taken = tiles.size;
    const signedSize = this.latest?.size ?? 0;
    this.#steps = this.#stepsFrom(this.#last, signedSize);
  }

  async #restore(latest: PublishedCheckpoint): Promise<void> {
    const note = findNote(latest.text);
    if (note !== undefined) await this.cosigning.restore(latest, note);
  }

  #signWhenDue(nowMs: number): void {
    if (isDue({ lastMs: this.#last.timeMs, nowMs })) this.#steps.due();
  }

  #signNow(): void {
    this.#timer = undefined;
    // What fails here is told by `onFatal`.
    this.publish().catch(() => undefined);
  }

  #followRosters(passed: { height: number; sizeBefore: number; sizeAfter: number }): void {
    this.#rosters?.passed(passed).catch((error) => this.#fail(error));
  }

  /** Takes its turn, so that an older checkpoint never replaces a newer one. */
  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#publishing.then(async () => {
      await work();
      for (const listener of this.#listeners) listener();
    });
    this.#publishing = done;
    // Whoever waits for it hears of the failure, too.
    done.catch((error) => this.#fail(error));
    return done;
  }

  /** Told once: what waits behind a failure fails with it. */
  #fail(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#parts.onFatal(error instanceof Error ? error : new Error(String(error)));
  }

  async #prove(tree: DueTree, signatures: readonly NoteSignature[]): Promise<void> {
    if (tree.size <= (this.latest?.size ?? 0)) return this.#checkpoints.addSignatures(tree.size, signatures);
    this.witnesses.show(shown(await this.#checkpoints.add(tree, signatures)));
  }
}

/** What this node has signed of its ledger, in the folder of its part in the network. */
export async function openMark(disk: Disk, folder: string): Promise<SignedMark> {
  await disk.makeFolder(folder);
  return SignedMark.open({ disk, path: `${folder}/signed-tree.json` });
}

function shown({ size, text }: PublishedCheckpoint): ShownCheckpoint {
  return { size, text };
}
