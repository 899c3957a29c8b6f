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

  find(id: string): number | undefined {
    return this.#byId.get(id)?.bodyNumber;
  }

  findByRoot(root: string): number | undefined {
    return this.#numberByRoot.get(root);
  }

  add(body: OrderedBody): void {
    this.#byId.set(body.id, body);
    this.#numberByRoot.set(body.root, body.bodyNumber);
    const due = this.#byExpiry.get(body.expiryHeight);
    if (due === undefined) this.#byExpiry.set(body.expiryHeight, [body]);
    else due.push(body);
  }

  /** Forgets those that can no longer be ordered once this height is committed. */
  expire(height: number): void {
    for (const [expiry, due] of this.#byExpiry) {
      if (expiry >= height) continue;
      this.#byExpiry.delete(expiry);
      for (const body of due) this.#forget(body);
    }
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
