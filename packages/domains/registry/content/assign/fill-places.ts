/** No pair: the person has no post there. */
export const noPair = -1;

export interface Places {
  /** Points of each pair, household by household: `fits[household * people + person]`, or `noPair`. */
  readonly fits: Int16Array;
  /** By household: how much more a place for it counts than all fits together, at least 1. */
  readonly needs: readonly number[];
  /** By person: free places, and what the next one counts less when so many of them are filled; never less for more. */
  readonly free: readonly number[];
  less(person: number, filled: number): number;
}

/**
 * Gives each household at most one person and each person no more households than they have places, so that, first, the
 * needs of those who get a place add up to the most; then the fits less the fullness. Returns the person of each household,
 * or -1.
 *
 * A flow of least cost by shortest augmenting paths with potentials (Edmonds and Karp 1972; Ahuja, Magnanti, Orlin: Network
 * Flows, 1993, § 9.7), household by household. Paths go among people only: the edge from one to another is the household
 * that loses least by going over, so the graph has as many nodes as there are people. PERF: 20,000 households and 500
 * people take seconds; most get a place on a path of one edge. Equal sums go to the lower index.
 */
export function fillPlaces({ fits, needs, free, less }: Places): Int32Array {
  const people = free.length;
  // More than all fits and fullnesses of everybody together, so that need comes first.
  const perNeed = needs.length * (maxOf(fits) + 1 + Math.max(0, ...free.map((places, k) => less(k, places)))) + 1;
  return new Filling({ fits, values: needs.map((need) => need * perNeed), free, less, people }).fill();
}

function maxOf(fits: Int16Array): number {
  let max = 0;
  for (const fit of fits) if (fit > max) max = fit;
  return max;
}

interface FillingParts {
  readonly fits: Int16Array;
  /** What a place is worth to each household before fits count. */
  readonly values: readonly number[];
  readonly free: readonly number[];
  readonly people: number;
  less(person: number, filled: number): number;
}

/** The flow as it grows. Node `people` is nobody: whoever gets no place is there, at no cost. */
class Filling {
  readonly #parts: FillingParts;
  /** Of each household: its person, `people` for nobody. */
  readonly #at: Int32Array;
  readonly #households: Set<number>[];
  /** Least loss of a household that goes from one person to another, and which; by `from * nodes + to`. */
  readonly #losses: Float64Array;
  readonly #movers: Int32Array;
  readonly #potentials: Float64Array;
  #endPotential = 0;
  /** What it costs to take one more at each node. */
  readonly #ends: Float64Array;
  #end = { node: -1, distance: 0 };
  readonly #distances: Float64Array;
  readonly #before: Int32Array;
  readonly #isDone: Uint8Array;
  readonly #nodes: number;

  constructor(parts: FillingParts) {
    this.#parts = parts;
    this.#nodes = parts.people + 1;
    this.#at = new Int32Array(parts.values.length).fill(-1);
    this.#households = parts.free.map(() => new Set());
    this.#losses = new Float64Array(parts.people * this.#nodes).fill(Number.POSITIVE_INFINITY);
    this.#movers = new Int32Array(parts.people * this.#nodes).fill(-1);
    this.#potentials = new Float64Array(this.#nodes);
    this.#distances = new Float64Array(this.#nodes);
    this.#before = new Int32Array(this.#nodes);
    this.#isDone = new Uint8Array(this.#nodes);
    this.#ends = new Float64Array(this.#nodes);
    for (let person = 0; person < parts.people; person++) this.#ends[person] = this.#endCost(person);
  }

  fill(): Int32Array {
    const { values, people } = this.#parts;
    // Those in greater need first: then nobody is ever put out by who needs less, and paths stay short.
    const order = [...values.keys()].sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
    for (const household of order) this.#place(household);
    return this.#at.map((person) => (person === people ? -1 : person));
  }

  /** Gives one more household a place, or nobody, by the path that costs least. */
  #place(household: number): void {
    const end = this.#search(household);
    const gone: (readonly [household: number, from: number])[] = [];
    for (let to = end; ; ) {
      const from = this.#before[to] ?? -1;
      const mover = from === -1 ? household : (this.#movers[from * this.#nodes + to] ?? -1);
      this.#move(mover, from, to);
      if (from === -1) break;
      gone.push([mover, from]);
      to = from;
    }
    for (const [one, from] of gone) this.#weighWithout(one, from);
    if (end < this.#parts.people) this.#ends[end] = this.#endCost(end);
  }

  /**
   * Shortest distances from a household that has no place yet (Dijkstra, over reduced costs); returns the path's last node.
   * PERF: an end is looked for when a node is first reached, so that the search stops as soon as nothing nearer can come.
   */
  #search(household: number): number {
    const [distances, isDone, nodes] = [this.#distances, this.#isDone, this.#nodes];
    isDone.fill(0);
    this.#before.fill(-1);
    this.#end = { node: -1, distance: Number.POSITIVE_INFINITY };
    this.#beginAt(household);
    for (;;) {
      let [node, nearest] = [-1, this.#end.distance];
      for (let one = 0; one < nodes; one++) {
        const distance = distances[one] ?? 0;
        if (distance < nearest && isDone[one] === 0) [node, nearest] = [one, distance];
      }
      if (node === -1) break;
      isDone[node] = 1;
      if (node < this.#parts.people) this.#relax(node, nearest);
    }
    const { node: end, distance: least } = this.#end;
    for (let node = 0; node < nodes; node++)
      this.#potentials[node] = (this.#potentials[node] ?? 0) + Math.min(distances[node] ?? 0, least);
    this.#endPotential += least;
    return end;
  }

  /** Reduced costs of the household's own edges, lowered so that the least is 0: it is on no path but its own. */
  #beginAt(household: number): void {
    let least = Number.POSITIVE_INFINITY;
    for (let node = 0; node < this.#nodes; node++) {
      const distance = this.#costOf(household, node) - (this.#potentials[node] ?? 0);
      this.#distances[node] = distance;
      if (distance < least) least = distance;
    }
    for (let node = 0; node < this.#nodes; node++) {
      this.#distances[node] = (this.#distances[node] ?? 0) - least;
      this.#tryEnd(node);
    }
  }

  #relax(node: number, distance: number): void {
    const [distances, potentials, losses] = [this.#distances, this.#potentials, this.#losses];
    const [row, own] = [node * this.#nodes, distance + (potentials[node] ?? 0)];
    for (let to = 0; to < this.#nodes; to++) {
      const there = own + (losses[row + to] ?? 0) - (potentials[to] ?? 0);
      if (there < (distances[to] ?? 0) && this.#isDone[to] === 0) {
        distances[to] = there;
        this.#before[to] = node;
        this.#tryEnd(to);
      }
    }
  }

  /** A path may end where one more can be taken: for what the fullness costs there, reduced. */
  #tryEnd(node: number): void {
    const cost = (this.#ends[node] ?? 0) + (this.#potentials[node] ?? 0) - this.#endPotential;
    const distance = (this.#distances[node] ?? 0) + cost;
    if (distance < this.#end.distance) this.#end = { node, distance };
  }

  #endCost(person: number): number {
    const { free, less } = this.#parts;
    const filled = this.#households[person]?.size ?? 0;
    return filled < (free[person] ?? 0) ? less(person, filled) : Number.POSITIVE_INFINITY;
  }

  #costOf(household: number, node: number): number {
    const { fits, values, people } = this.#parts;
    if (node === people) return 0;
    const fit = fits[household * people + node] ?? noPair;
    return fit === noPair ? Number.POSITIVE_INFINITY : -fit - (values[household] ?? 0);
  }

  #move(household: number, from: number, to: number): void {
    if (from !== -1) this.#households[from]?.delete(household);
    this.#at[household] = to;
    if (to === this.#parts.people) return;
    this.#households[to]?.add(household);
    this.#weigh(household, to);
  }

  /** Whom one household could go over to from a person, where it loses less than the others there. */
  #weigh(household: number, person: number): void {
    const [losses, row] = [this.#losses, person * this.#nodes];
    const own = this.#costOf(household, person);
    for (let to = 0; to < this.#nodes; to++) {
      if (to === person) continue;
      const loss = this.#costOf(household, to) - own;
      const [known, mover] = [losses[row + to] ?? 0, this.#movers[row + to] ?? -1];
      if (loss < known || (loss === known && household < mover)) {
        losses[row + to] = loss;
        this.#movers[row + to] = household;
      }
    }
  }

  /** A household has gone: finds again who goes over at the least loss, where that was this one. */
  #weighWithout(gone: number, person: number): void {
    const [losses, movers, row] = [this.#losses, this.#movers, person * this.#nodes];
    const others = [...(this.#households[person] ?? [])];
    const own = others.map((household) => this.#costOf(household, person));
    for (let to = 0; to < this.#nodes; to++) {
      if (movers[row + to] !== gone) continue;
      let [least, mover] = [Number.POSITIVE_INFINITY, -1];
      for (const [at, household] of others.entries()) {
        const loss = this.#costOf(household, to) - (own[at] ?? 0);
        if (loss < least || (loss === least && household < mover)) [least, mover] = [loss, household];
      }
      losses[row + to] = least;
      movers[row + to] = mover;
    }
  }
}
