/** Where the body of an ordered container lies. */
export interface OrderedBody {
  readonly id: string;
  readonly root: string;
  readonly bodyNumber: number;
}

/** Some minutes at full load. An entry takes some 350 bytes. */
export const rememberedMax = 131_072;

/**
 * The containers ordered last: a late push of one is known, and a member that fell behind a little finds its body by name.
 * Older ones are in the blocks, and found by height.
 */
export class RecentlyOrdered {
  readonly #byId = new Map<string, OrderedBody>();
  readonly #numberByRoot = new Map<string, number>();
  readonly #max: number;

  constructor(max = rememberedMax) {
    this.#max = max;
  }

  find(id: string): number | undefined {
    return this.#byId.get(id)?.bodyNumber;
  }

  findByRoot(root: string): number | undefined {
    return this.#numberByRoot.get(root);
  }

  add(body: OrderedBody): void {
    this.#byId.set(body.id, body);
    this.#numberByRoot.set(body.root, body.bodyNumber);
    const [oldest] = this.#byId.values();
    if (this.#byId.size > this.#max && oldest !== undefined) this.#forget(oldest);
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
