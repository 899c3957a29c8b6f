import { utf8 } from "@mingbai/codec/bytes";
import { formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { findNote, formatNote, type NoteSignature } from "@mingbai/ledger/proofs/note";
import type { Disk } from "@mingbai/log/disk/disk";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import type { DueTree } from "@mingbai/sequencer/cosigning/vote-book";
import { checkpointHistory, type PublishedCheckpoint, readCheckpoint } from "./checkpoint-history.ts";

/** All checkpoints of a log as they were published, and the newest as strangers read it, with signatures that came since. */
export class KeptCheckpoints {
  readonly #history: SegmentLog;
  readonly #files: Pick<TileFiles, "write">;
  #latest: PublishedCheckpoint | undefined;

  private constructor(parts: {
    history: SegmentLog;
    files: Pick<TileFiles, "write">;
    latest: PublishedCheckpoint | undefined;
  }) {
    this.#history = parts.history;
    this.#files = parts.files;
    this.#latest = parts.latest;
  }

  static async open({
    disk,
    folder,
    files,
  }: {
    disk: Disk;
    folder: string;
    files: Pick<TileFiles, "write">;
  }): Promise<KeptCheckpoints> {
    await using opened = new OpenedSoFar();
    const history = opened.adopt(await checkpointHistory(disk, folder), (log) => log.close());
    const latest = history.durable === 0 ? undefined : readCheckpoint(await history.read(history.durable - 1));
    opened.move();
    return new KeptCheckpoints({ history, files, latest });
  }

  get latest(): PublishedCheckpoint | undefined {
    return this.#latest;
  }

  /** How many there are. */
  get count(): number {
    return this.#history.durable;
  }

  /** One of them, from 0, as it was at first. */
  async read(number: number): Promise<PublishedCheckpoint> {
    return readCheckpoint(await this.#history.read(number));
  }

  /** Publishes a tree that is larger than the newest. */
  async add(
    { origin, size, root, height, timeMs }: DueTree,
    signatures: readonly NoteSignature[],
  ): Promise<PublishedCheckpoint> {
    const text = formatNote({ text: formatCheckpoint({ origin, size, root }), signatures });
    this.#history.append([utf8(JSON.stringify({ text, height, timeMs }))]);
    await this.#history.commit();
    return this.#show({ origin, size, root, text, height, timeMs });
  }

  /** Signatures that come later join the newest checkpoint; one of the same key takes the place of that before. */
  async addSignatures(size: number, added: readonly NoteSignature[]): Promise<void> {
    const latest = this.#latest;
    const note = latest?.size === size ? findNote(latest.text) : undefined;
    if (latest === undefined || note === undefined) return;
    const isAdded = (one: NoteSignature) => added.some(({ name, keyId }) => name === one.name && keyId === one.keyId);
    const signatures = [...note.signatures.filter((one) => !isAdded(one)), ...added];
    const text = formatNote({ ...note, signatures });
    if (text !== latest.text) await this.#show({ ...latest, text });
  }

  close(): Promise<void> {
    return this.#history.close();
  }

  async #show(checkpoint: PublishedCheckpoint): Promise<PublishedCheckpoint> {
    this.#latest = checkpoint;
    await this.#files.write("checkpoint", utf8(checkpoint.text));
    return checkpoint;
  }
}
