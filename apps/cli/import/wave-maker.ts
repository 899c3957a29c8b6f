import type { OpenList } from "./list-reader.ts";
import type { MadeLines } from "./make-batches.ts";
import type { Parcel } from "./plan-file.ts";

const waveRowsMax = 65_536;

/** Some parcels with their lines, to be paid together. */
export type Wave = readonly { readonly parcel: Parcel; readonly made: readonly MadeLines[] }[];

/** Has the reading thread make the lines of the next wave while the wave before is on its way. */
export class WaveMaker {
  readonly #list: OpenList;
  readonly #places: Iterator<readonly [number, Parcel]>;
  #next: Promise<Wave>;

  /** The first wave is begun at once: it needs nothing of the ledger. */
  constructor(list: OpenList, parcels: readonly Parcel[]) {
    this.#list = list;
    this.#places = parcels.entries();
    this.#next = this.#begin();
  }

  /** The next wave, empty after the last. */
  take(): Promise<Wave> {
    const wave = this.#next;
    this.#next = this.#begin();
    return wave;
  }

  #begin(): Promise<Wave> {
    const asked: Promise<Wave[number]>[] = [];
    for (let rows = 0; rows < waveRowsMax; ) {
      const { done, value } = this.#places.next();
      if (done === true) break;
      const [place, parcel] = value;
      rows += parcel.count;
      asked.push(this.#list.makeLines(place).then((made) => ({ parcel, made })));
    }
    const wave = Promise.all(asked);
    // A failure is thrown by the wait for it, which may come after the wave before was paid.
    wave.catch(() => undefined);
    return wave;
  }
}
