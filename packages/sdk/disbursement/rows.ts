/**
 * Rows that are made anew each time they are looked at. A million rows as objects take a gigabyte; the file they stand in takes
 * a tenth, and is there already.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number;
  /** The row at this place, from 0. Throws RangeError where there is none. */
  get(index: number): Row;
}

/** Rows that `make` brings from their places. */
export function rowsOf<Row>(length: number, make: (index: number) => Row): Rows<Row> {
  return {
    length,
    get(index) {
      if (!(index >= 0 && index < length)) throw new RangeError(`no row ${index} among ${length}`);
      return make(index);
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield make(index);
    },
  };
}

/** Some of the rows, by their places. */
export function pickRows<Row>(rows: Rows<Row>, places: Uint32Array): Rows<Row> {
  return rowsOf(places.length, (index) => rows.get(places[index] ?? -1));
}

/** Places of rows; as many as come. */
export class Places {
  #places = new Uint32Array(1_024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(place: number): void {
    if (this.#count === this.#places.length) {
      const more = new Uint32Array(this.#places.length * 2);
      more.set(this.#places);
      this.#places = more;
    }
    this.#places[this.#count++] = place;
  }

  done(): Uint32Array {
    return this.#places.slice(0, this.#count);
  }
}
