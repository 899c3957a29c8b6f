import { utf8 } from "@mingbai/codec/bytes";
import { formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { formatNote } from "@mingbai/ledger/proofs/note";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import { signaturesOf } from "@mingbai/sequencer/cosigning/vote";
import type { Evidence } from "@mingbai/sequencer/cosigning/vote-book";

const folder = "evidence";

/**
 * What members signed against the ledger: a file for each, the checkpoint's note as that member signed it. Beside a genuine
 * checkpoint of that size it shows anybody two histories.
 */
export class EvidenceFiles {
  readonly #files: TileFiles;
  readonly #organisations: Set<string>;

  private constructor(files: TileFiles, organisations: readonly string[]) {
    this.#files = files;
    this.#organisations = new Set(organisations);
  }

  static async open(files: TileFiles): Promise<EvidenceFiles> {
    return new EvidenceFiles(files, await files.list(folder));
  }

  get organisations(): readonly string[] {
    return [...this.#organisations].sort();
  }

  /** Keeps the first of each member; one is enough. */
  async keep(origin: string, { organisation, member, vote }: Evidence): Promise<void> {
    if (this.#organisations.has(organisation)) return;
    this.#organisations.add(organisation);
    const { size, root } = vote;
    const text = formatCheckpoint({ origin, size, root });
    const note = formatNote({ text, signatures: signaturesOf(origin, member, vote) });
    await this.#files.write(`${folder}/${organisation}`, utf8(note));
    await this.#files.sync();
  }
}
