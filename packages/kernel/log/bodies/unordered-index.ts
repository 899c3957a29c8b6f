import { toHex } from "@mingbai/codec/hex";
import { batchId, type ContainerHeader } from "@mingbai/ledger/container/container";

/** A container that was stored and is not ordered: what its origin was, or may be, promised. */
export interface UnorderedBody {
  readonly batchId: Uint8Array;
  readonly header: ContainerHeader;
  readonly headerBytes: Uint8Array;
  readonly signature: Uint8Array;
  /** Record that says so. */
  readonly recordNumber: number;
  /** Record that holds the body; another one where two containers name the same body. */
  readonly bodyNumber: number;
}

/** What one origin's unordered containers take. */
export interface UnorderedUse {
  readonly bytes: number;
  readonly containers: number;
}

/** A stored body of unordered containers. */
interface BodyUse {
  users: number;
  /** A block refers to it: it is kept whatever becomes of the others. */
  isOrdered: boolean;
}

const noUse: UnorderedUse = { bytes: 0, containers: 0 };

/** Finds unordered containers by batch id, body and origin, and knows which records nobody needs once they are gone. */
export class UnorderedIndex {
  readonly #byId = new Map<string, UnorderedBody>();
  readonly #numberByRoot = new Map<string, number>();
  readonly #bodies = new Map<number, BodyUse>();
  readonly #uses = new Map<number, UnorderedUse>();
  /** By the last height at which they may be ordered. */
  readonly #byExpiry = new Map<number, Set<string>>();

  find(id: string): UnorderedBody | undefined {
    return this.#byId.get(id);
  }

  /** Record that holds the body of this root, where an unordered container needs it. */
  findByRoot(root: string): number | undefined {
    return this.#numberByRoot.get(root);
  }

  use(origin: number): UnorderedUse {
    return this.#uses.get(origin) ?? noUse;
  }

  values(): Iterable<UnorderedBody> {
    return this.#byId.values();
  }

  /** The first record that any of them needs; `otherwise` where there are none. */
  firstNumber(otherwise: number): number {
    let first = otherwise;
    for (const number of this.#bodies.keys()) first = Math.min(first, number);
    return first;
  }

  /** Takes a container whose body lies in `bodyNumber`; `isOrdered` where a block refers to that body already. */
  add(parts: Omit<UnorderedBody, "batchId">, isOrdered = false): UnorderedBody {
    const body = { ...parts, batchId: batchId(parts.headerBytes) };
    const id = toHex(body.batchId);
    const { origin, bodyBytes, bodyRoot, expiryHeight } = body.header;
    this.#byId.set(id, body);
    this.#numberByRoot.set(toHex(bodyRoot), body.bodyNumber);
    for (const number of numbersOf(body)) {
      const known = this.#bodies.get(number) ?? { users: 0, isOrdered };
      known.users++;
      this.#bodies.set(number, known);
    }
    const { bytes, containers } = this.use(origin);
    this.#uses.set(origin, { bytes: bytes + bodyBytes, containers: containers + 1 });
    const due = this.#byExpiry.get(expiryHeight) ?? new Set();
    this.#byExpiry.set(expiryHeight, due.add(id));
    return body;
  }

  /** Takes out a container that a block orders; that block refers to its body. */
  order(body: UnorderedBody): void {
    const known = this.#bodies.get(body.bodyNumber);
    if (known !== undefined) known.isOrdered = true;
    // Its own record, where it only says whose the body is, is kept with those around it: it is shorter than a sector.
    this.remove(body);
  }

  /** Takes a container out; returns the records that nobody needs any more. */
  remove(body: UnorderedBody): number[] {
    const id = toHex(body.batchId);
    const { origin, bodyBytes, bodyRoot, expiryHeight } = body.header;
    this.#byId.delete(id);
    const { bytes, containers } = this.use(origin);
    if (containers <= 1) this.#uses.delete(origin);
    else this.#uses.set(origin, { bytes: bytes - bodyBytes, containers: containers - 1 });
    const due = this.#byExpiry.get(expiryHeight);
    due?.delete(id);
    if (due?.size === 0) this.#byExpiry.delete(expiryHeight);
    const needless = numbersOf(body).filter((number) => this.#release(number));
    if (!this.#bodies.has(body.bodyNumber)) this.#numberByRoot.delete(toHex(bodyRoot));
    return needless;
  }

  /** Records that an unordered container needs. */
  needed(): Iterable<number> {
    return this.#bodies.keys();
  }

  /** Containers that can no longer be ordered once this height is committed. */
  expired(height: number): UnorderedBody[] {
    const ids = [...this.#byExpiry].flatMap(([expiry, due]) => (expiry < height ? [...due] : []));
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }

  #release(number: number): boolean {
    const known = this.#bodies.get(number);
    if (known === undefined) return false;
    known.users--;
    if (known.users > 0) return false;
    this.#bodies.delete(number);
    return !known.isOrdered;
  }
}

function numbersOf({ recordNumber, bodyNumber }: UnorderedBody): number[] {
  return recordNumber === bodyNumber ? [bodyNumber] : [recordNumber, bodyNumber];
}
