/**
 * Rows of a list: an array of them, or rows that are made anew each time they are looked at (`rowsOf`). A million rows as objects
 * take a gigabyte; the file they stand in takes a tenth, and is there already.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number;
  /** The row at this place, from 0; undefined where there is none. */
  at(index: number): Row | undefined;
}

/** Rows that `make` brings from their places. */
export function rowsOf<Row>(length: number, make: (index: number) => Row): Rows<Row> {
  return {
    length,
    at: (index) => (index >= 0 && index < length ? make(index) : undefined),
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield make(index);
    },
  };
}

/** The row at this place. Throws RangeError where there is none. */
export function getRow<Row>(rows: Rows<Row>, index: number): Row {
  const row = rows.at(index);
  if (row === undefined) throw new RangeError(`no row ${index} among ${rows.length}`);
  return row;
}

/** Some of the rows, by their places. */
export function pickRows<Row>(rows: Rows<Row>, places: Uint32Array): Rows<Row> {
  return rowsOf(places.length, (index) => getRow(rows, places[index] ?? -1));
}

/** The same with each row changed when it is looked at. */
export function mapRows<From, To>(rows: Rows<From>, change: (row: From) => To): Rows<To> {
  return rowsOf(rows.length, (index) => change(getRow(rows, index)));
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
