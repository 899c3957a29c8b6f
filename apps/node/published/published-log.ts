import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import { type Checkpoint, findCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { memberCosignKey } from "@mingbai/ledger/proofs/member-keys";
import { findNote, formatNote, type NoteSignature } from "@mingbai/ledger/proofs/note";
import { type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { findRosterNote, organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { cosign } from "@mingbai/log/merkle/cosign";
import { openTileLog } from "@mingbai/log/merkle/open-tile-log";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import type { TileLog } from "@mingbai/log/merkle/tile-log";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import type { WitnessAddress } from "./ask-witness.ts";
import { diskTileFiles } from "./disk-tile-files.ts";
import { type ShownCheckpoint, WitnessCircle } from "./witness-circle.ts";

/** At most four checkpoints a second. */
export const checkpointEveryMs = 250;
/** Below the published files: every checkpoint that was ever published. */
export const checkpointsFolder = "checkpoints";
const segmentBytes = 1024 * 1024;

/** A signed checkpoint, with the height and time of the block that it covers up to. */
export interface PublishedCheckpoint extends Checkpoint {
  readonly text: string;
  readonly height: number;
  readonly timeMs: number;
}

interface Parts {
  readonly disk: Disk;
  readonly folder: string;
  readonly chain: LedgerChain;
  readonly logKey: Signer;
  readonly cosignKey: Signer;
  /** Notes of the rosters, from the first epoch on: published beside the tiles, and carried by receipts. */
  readonly rosters?: readonly string[];
  /** Shown each checkpoint; their cosignatures join the newest one when they come. */
  readonly witnesses?: readonly WitnessAddress[];
  /** Called when publishing failed; the node must stop. */
  readonly onFatal: (error: Error) => void;
}

/** The name of a ledger's log, by which its checkpoints and keys are known everywhere. */
export function logOrigin(chain: Uint8Array): string {
  return `mingbai.example/${toHex(chain.subarray(0, 8))}`;
}

/** Where the note of an epoch's roster is published. */
export function rosterFile(epoch: number): string {
  return `roster/${epoch}`;
}

/** The Merkle log as strangers see it: tiles and signed checkpoints, always of durable blocks, never a smaller tree after a larger. */
export class PublishedLog {
  readonly tiles: TileLog;
  readonly files: TileFiles;
  readonly key: NoteKey;
  readonly witnesses: WitnessCircle;
  readonly rosters: readonly string[];
  readonly #parts: Parts;
  readonly #history: SegmentLog;
  #latest: PublishedCheckpoint | undefined;
  #covered = { height: 0, timeMs: 0 };
  #timer: NodeJS.Timeout | undefined;
  #publishing: Promise<void> = Promise.resolve();

  private constructor(
    parts: Parts & { files: TileFiles; tiles: TileLog; history: SegmentLog; latest: PublishedCheckpoint | undefined },
  ) {
    this.#parts = parts;
    this.files = parts.files;
    this.tiles = parts.tiles;
    this.#history = parts.history;
    this.#latest = parts.latest;
    this.rosters = parts.rosters ?? [];
    this.key = { name: logOrigin(parts.chain.chain), type: noteKeyTypes.ed25519, publicKey: parts.logKey.publicKey };
    this.witnesses = new WitnessCircle({
      witnesses: parts.witnesses ?? [],
      proveConsistency: (sizes) => parts.tiles.proveConsistency(sizes),
      onCosigned: (checkpoint, signature) => this.#addCosignature(checkpoint, signature),
    });
  }

  /** Opens at the last checkpoint, and appends the leaves of the durable blocks after it. */
  static async open(parts: Parts): Promise<PublishedLog> {
    const files = await diskTileFiles(parts.disk, parts.folder);
    const history = await checkpointHistory(parts.disk, parts.folder);
    const latest = history.durable === 0 ? undefined : readCheckpoint(await history.read(history.durable - 1));
    if (latest !== undefined && latest.size > parts.chain.head.logSize) {
      throw new Error(
        `a checkpoint of ${latest.size} leaves was published, but the log has only ${parts.chain.head.logSize}: acknowledged history is missing`,
      );
    }
    const tiles = await openTileLog({ files, size: latest?.size ?? 0, root: latest?.root ?? emptyRoot });
    const log = new PublishedLog({ ...parts, files, tiles, history, latest });
    for await (const { record } of parts.chain.blocksFromLogSize(tiles.size)) {
      const firstIndex = record.logSize - record.outcomes.length;
      record.outcomes.forEach(({ leaf }, index) => {
        if (firstIndex + index === tiles.size) tiles.append(leaf);
      });
      log.#covered = { height: record.height, timeMs: record.timeMs };
    }
    for (const [epoch, note] of log.rosters.entries()) await files.write(rosterFile(epoch), utf8(note));
    await log.publish();
    if (log.#latest !== undefined) log.witnesses.show(shown(log.#latest));
    return log;
  }

  /** Keys that signed the newest roster: what somebody pins who follows rosters. */
  get organisationKeys(): NoteKey[] {
    const last = findRosterNote(this.rosters.at(-1) ?? "");
    return last?.roster.members.map((member) => organisationNoteKey(last.origin, member)) ?? [];
  }

  get latest(): PublishedCheckpoint | undefined {
    return this.#latest;
  }

  /** How many checkpoints were ever published. */
  get count(): number {
    return this.#history.durable;
  }

  /** Takes in the leaves of a durable block; a checkpoint follows within a quarter of a second. */
  append(leaves: readonly Uint8Array[], at: { height: number; timeMs: number }): void {
    for (const leaf of leaves) this.tiles.append(leaf);
    this.#covered = at;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.publish().catch((error) => this.#parts.onFatal(error));
    }, checkpointEveryMs);
  }

  /** Publishes what has been appended, if there is anything new. */
  publish(): Promise<void> {
    this.#publishing = this.#publishing.then(() => this.#publishNow());
    return this.#publishing;
  }

  async checkpoint(number: number): Promise<PublishedCheckpoint> {
    return readCheckpoint(await this.#history.read(number));
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.publish();
    await this.witnesses.close();
    await this.#publishing;
    await this.#history.close();
  }

  async #publishNow(): Promise<void> {
    const at = this.#covered;
    if (this.tiles.size === (this.#latest?.size ?? 0)) return;
    const { size, root } = await this.tiles.publish();
    const sign = (message: Uint8Array) => this.#parts.logKey.sign({ message, id: new Uint8Array(32) });
    const note = await signCheckpoint({ origin: this.key.name, size, root }, { key: this.key, sign });
    const signatures = [...note.signatures, ...(await this.#cosign(note.text))];
    const checkpoint = { origin: this.key.name, size, root, text: formatNote({ ...note, signatures }), ...at };
    this.#history.append([utf8(JSON.stringify({ text: checkpoint.text, ...at }))]);
    await this.#history.commit();
    this.#latest = checkpoint;
    await this.files.write("checkpoint", utf8(checkpoint.text));
    this.witnesses.show(shown(checkpoint));
  }

  async #cosign(text: string): Promise<NoteSignature[]> {
    const { chain, cosignKey } = this.#parts;
    const publicKey = toHex(cosignKey.publicKey);
    const member = rosterInForce(chain.state, this.#covered.height).members.find((one) => one.cosignKey === publicKey);
    if (member === undefined) return [];
    const sign = (message: Uint8Array) => cosignKey.sign({ message, id: new Uint8Array(32) });
    const timeSeconds = Math.floor(Date.now() / 1_000);
    return [await cosign(text, { key: memberCosignKey(this.key.name, member), sign, timeSeconds })];
  }

  /** Takes its turn with publishing, so that an older checkpoint never replaces a newer one. */
  #addCosignature({ size }: ShownCheckpoint, signature: NoteSignature): Promise<void> {
    const added = this.#publishing.then(async () => {
      const latest = this.#latest;
      const note = latest?.size === size ? findNote(latest.text) : undefined;
      if (latest === undefined || note === undefined) return;
      const others = note.signatures.filter(({ name, keyId }) => name !== signature.name || keyId !== signature.keyId);
      this.#latest = { ...latest, text: formatNote({ ...note, signatures: [...others, signature] }) };
      await this.files.write("checkpoint", utf8(this.#latest.text));
    });
    this.#publishing = added;
    return added;
  }
}

function shown({ size, text }: PublishedCheckpoint): ShownCheckpoint {
  return { size, text };
}

/** Every checkpoint that was ever published, oldest first. */
export function checkpointHistory(disk: Disk, folder: string): Promise<SegmentLog> {
  return openSegmentLog({ disk, folder: `${folder}/${checkpointsFolder}`, segmentBytes });
}

/** A record of that history. Throws SyntaxError where it holds no checkpoint. */
export function readCheckpoint(bytes: Uint8Array): PublishedCheckpoint {
  const { text, height, timeMs } = JSON.parse(new TextDecoder().decode(bytes)) as {
    text: string;
    height: number;
    timeMs: number;
  };
  const note = findNote(text);
  const checkpoint = note && findCheckpoint(note.text);
  if (checkpoint === undefined) throw new SyntaxError("the history of checkpoints holds what is none");
  return { ...checkpoint, text, height, timeMs };
}
