/** Where the body of an ordered container lies, and until when it may still be sent here or asked for. */
export interface OrderedBody {
  readonly id: string;
  readonly root: string;
  readonly bodyNumber: number;
  readonly expiryHeight: number;
}

/**
 * Ordered containers until they expire: a late push of one is known, and a member that fell behind finds its body. Bounded
 * by what the ledger orders in as many heights as a container may wait.
 */
export class RecentlyOrdered {
  readonly #byId = new Map<string, OrderedBody>();
  readonly #numberByRoot = new Map<string, number>();
  readonly #byExpiry = new Map<number, OrderedBody[]>();
  #height = 0;

  find(id: string): number | undefined {
    return this.#byId.get(id)?.bodyNumber;
  }

  findByRoot(root: string): number | undefined {
    return this.#numberByRoot.get(root);
  }

  add(body: OrderedBody): void {
    this.#byId.set(body.id, body);
    this.#numberByRoot.set(body.root, body.bodyNumber);
    const expiry = Math.max(body.expiryHeight, this.#height);
    const due = this.#byExpiry.get(expiry);
    if (due === undefined) this.#byExpiry.set(expiry, [body]);
    else due.push(body);
  }

  /** Forgets those that can no longer be ordered once this height is committed. */
  expire(height: number): void {
    // Heights pass one by one as a rule; after a gap there are fewer expiry heights than heights to look at.
    const isGap = height - this.#height > this.#byExpiry.size;
    const passed = isGap ? [...this.#byExpiry.keys()] : range(this.#height, height);
    for (const expiry of passed) {
      if (expiry >= height) continue;
      for (const body of this.#byExpiry.get(expiry) ?? []) this.#forget(body);
      this.#byExpiry.delete(expiry);
    }
    this.#height = Math.max(this.#height, height);
  }

  /** Forgets those whose body lies before a record: retention dropped them. */
  dropBefore(bodyNumber: number): void {
    for (const body of this.#byId.values()) if (body.bodyNumber < bodyNumber) this.#forget(body);
  }

  #forget({ id, root, bodyNumber }: OrderedBody): void {
    this.#byId.delete(id);
    if (this.#numberByRoot.get(root) === bodyNumber) this.#numberByRoot.delete(root);
  }
}

function range(from: number, below: number): number[] {
  return Array.from({ length: Math.max(0, below - from) }, (_, at) => from + at);
}
