import { sha256 } from "@mingbai/codec/sha256";
import type { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import type { ChunkName, Snapshot } from "../cometbft/abci-application.ts";

/** How a snapshot's bytes are read: the stream of `portableStream`, in pieces. */
export const snapshotFormat = 1;
export const digestBytes = 32;

/** A ledger's snapshots as the engine passes them on; `eraBase` is the ledger's height when the engine's was 0. */
export class OfferedSnapshots {
  readonly #snapshots: PortableSnapshots;
  readonly #eraBase: number;

  constructor(snapshots: PortableSnapshots, eraBase: number) {
    this.#snapshots = snapshots;
    this.#eraBase = eraBase;
  }

  /** Each with the digests of its pieces: whoever joins knows at once which peer sent a wrong one. */
  list(): Snapshot[] {
    return this.#snapshots.list().map(({ height, digests }) => ({
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
