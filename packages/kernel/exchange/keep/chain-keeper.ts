import { batchId, containerKinds, findContainerHeader } from "@mingbai/ledger/container/container";
import type { StoredBody } from "@mingbai/log/bodies/body-record";
import type { BodyStore } from "@mingbai/log/bodies/body-store";
import type { BlockRecord, RecordedContainer } from "@mingbai/log/chain/block-record";
import type { BodyPlace } from "../frames/range.ts";
import type { BodyKeeper, PlacedBody } from "../ports/body-keeper.ts";

/** The parts of a node's ledger that bodies are kept in. */
export interface KeptLedger {
  readonly bodies: BodyStore;
  /** Durable blocks in order, from the first of at least this height on. */
  blocksFrom(height: number): AsyncIterable<BlockRecord>;
  /** What is stored of a container's body, with whatever stands behind it there. */
  readBody(container: RecordedContainer): Promise<Uint8Array>;
  hasRoomFor(bytes: number): Promise<boolean>;
  isHealing(): boolean;
}

/** Blocks read for one answer: most may hold nothing that is asked for. */
export const rangeBlocksMax = 1_024;
const noGroupRoots = new Uint8Array();

/** The bodies of a ledger on this disk, as the exchange sees them. */
export class ChainKeeper implements BodyKeeper {
  readonly #ledger: KeptLedger;

  constructor(ledger: KeptLedger) {
    this.#ledger = ledger;
  }

  put(container: StoredBody): void {
    this.#ledger.bodies.put(container);
  }

  commit(): Promise<void> {
    return this.#ledger.bodies.commit();
  }

  isDurable(id: Uint8Array): boolean {
    const { bodies } = this.#ledger;
    const number = bodies.find(id)?.recordNumber ?? bodies.findNumber(id);
    return number !== undefined && number < bodies.durable;
  }

  unorderedUse(origin: number): { bytes: number; containers: number } {
    return this.#ledger.bodies.unorderedUse(origin);
  }

  unorderedOf(origin: number): Uint8Array[] {
    const { bodies } = this.#ledger;
    const own = [...bodies.unordered()].filter(
      ({ header, recordNumber }) => header.origin === origin && recordNumber < bodies.durable,
    );
    return own.map((body) => body.batchId);
  }

  async read(id: Uint8Array): Promise<StoredBody | undefined> {
    const { bodies } = this.#ledger;
    const number = this.isDurable(id) ? bodies.findNumber(id) : undefined;
    if (number === undefined) return undefined;
    // Two containers may share one stored body: header and signature are those of the one asked for, while it is known.
    const { headerBytes, signature } = bodies.find(id) ?? {};
    const stored = await bodies.read(number);
    return { ...stored, ...(headerBytes && signature && { headerBytes, signature }) };
  }

  async readRange({ from, bytesMax }: { readonly from: BodyPlace; readonly bytesMax: number }) {
    const bodies: PlacedBody[] = [];
    let next = from;
    let bytes = 0;
    let blocks = 0;
    for await (const { height, containers } of this.#ledger.blocksFrom(from.height)) {
      if (blocks++ === rangeBlocksMax) break;
      const named = containers.filter(isOrderedByReference);
      for (let index = height === from.height ? from.index : 0; index < named.length; index++) {
        const container = named[index];
        if (container === undefined) throw new RangeError("no such container in the block");
        bytes += bytesOf(container);
        if (bodies.length > 0 && bytes > bytesMax) return { bodies, next };
        bodies.push(await this.#readPlaced(container, height));
        next = { height, index: index + 1 };
      }
      next = { height: height + 1, index: 0 };
    }
    return { bodies, next };
  }

  hasRoomFor(bytes: number): Promise<boolean> {
    return this.#ledger.hasRoomFor(bytes);
  }

  isHealing(): boolean {
    return this.#ledger.isHealing();
  }

  async #readPlaced(container: RecordedContainer, height: number): Promise<PlacedBody> {
    const { header: headerBytes, signature } = container;
    const stored = await this.#ledger.readBody(container);
    return { height, headerBytes, signature, body: stored.subarray(0, bytesOf(container)), groupRoots: noGroupRoots };
  }
}

/** Inline bodies stand in the blocks themselves: nobody asks for them here. */
/** One that was given up has no body to give. */
function isOrderedByReference({ header, inlineBody }: RecordedContainer): boolean {
  return findContainerHeader(header)?.kind !== containerKinds.inline && inlineBody?.length !== 0;
}

function bytesOf({ header }: RecordedContainer): number {
  const found = findContainerHeader(header);
  if (found === undefined) throw new SyntaxError(`a block holds a container without a header: ${batchId(header)}`);
  return found.bodyBytes;
}
