import { sha256 } from "@mingbai/codec/sha256";
import type { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import type { ChunkName, Snapshot } from "../cometbft/abci-application.ts";

/** How a snapshot's bytes are read: the stream of `portableStream`, in pieces. */
export const snapshotFormat = 1;
export const digestBytes = 32;

/** A ledger's snapshots as the engine passes them on; `eraBase` is the ledger's height when the engine's was 0. */
export class OfferedSnapshots {
  readonly #snapshots: Pick<PortableSnapshots, "list" | "readPiece">;
  readonly #eraBase: number;

  constructor(snapshots: Pick<PortableSnapshots, "list" | "readPiece">, eraBase: number) {
    this.#snapshots = snapshots;
    this.#eraBase = eraBase;
  }

  /** Each with the digests of its pieces: whoever joins knows at once which peer sent a wrong one. */
  list(): Snapshot[] {
    // What was proved while one organisation kept the ledger has no block of the engine.
    const offered = this.#snapshots.list().filter(({ height }) => height > this.#eraBase);
    return offered.map(({ height, digests }) => ({
      height: height - this.#eraBase,
      format: snapshotFormat,
      chunks: digests.length / digestBytes,
      hash: sha256(digests),
      metadata: digests,
    }));
  }

  async loadChunk({ height, format, chunk }: ChunkName): Promise<Uint8Array | undefined> {
    return format === snapshotFormat ? this.#snapshots.readPiece(height + this.#eraBase, chunk) : undefined;
  }
}
