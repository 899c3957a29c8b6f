import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillPlaces, noPair, type Places } from "./fill-places.ts";

interface Drawn {
  readonly rows: readonly (readonly number[])[];
  readonly needs: readonly number[];
  readonly free: readonly number[];
  readonly step: number;
}

const placesOf = ({ rows, needs, free, step }: Drawn): Places => ({
  fits: Int16Array.from(rows.flat()),
  needs,
  free,
  less: (_, filled) => step * filled,
});

const drawn = (households: number, people: number): fc.Arbitrary<Drawn> =>
  fc
    .record({
      rows: fc.array(fc.array(fc.integer({ min: noPair, max: 9 }), { minLength: people, maxLength: people }), {
        minLength: 1,
        maxLength: households,
      }),
      needs: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: households, maxLength: households }),
      free: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: people, maxLength: people }),
      step: fc.integer({ min: 0, max: 3 }),
    })
    .map((one) => ({ ...one, needs: one.needs.slice(0, one.rows.length) }));

/** What an assignment is worth: the needs that got a place, then fits less fullness; undefined where it is not allowed. */
function worthOf({ rows, needs, free, step }: Drawn, at: ArrayLike<number>): [number, number] | undefined {
  const filled = free.map(() => 0);
  let [need, fit] = [0, 0];
  for (let household = 0; household < rows.length; household++) {
    const person = at[household] ?? -1;
    if (person === -1) continue;
    const pair = rows[household]?.[person] ?? noPair;
    const before = filled[person] ?? 0;
    if (pair === noPair || before >= (free[person] ?? 0)) return undefined;
    need += needs[household] ?? 0;
    fit += pair - step * before;
    filled[person] = before + 1;
  }
  return [need, fit];
}

/** Every way to give places. */
function* waysOf({ rows, free }: Drawn, at: number[] = []): Generator<readonly number[]> {
  if (at.length === rows.length) yield at;
  else
    for (let person = -1; person < free.length; person++)
      yield* waysOf({ rows, free, needs: [], step: 0 }, [...at, person]);
}

const isMore = ([need, fit]: [number, number], [least, less]: [number, number]) =>
  need > least || (need === least && fit > less);

describe("places", () => {
  it("are filled the best of all ways there are: first by need, then by fit less fullness", () => {
    fc.assert(
      fc.property(drawn(5, 3), (one) => {
        const best = [...waysOf(one)]
          .flatMap((at) => [worthOf(one, at) ?? []].filter((worth): worth is [number, number] => worth.length === 2))
          .reduce((most, worth) => (isMore(worth, most) ? worth : most), [0, 0] as [number, number]);
        expect(worthOf(one, fillPlaces(placesOf(one)))).toEqual(best);
      }),
      { numRuns: 150 },
    );
  });

  it("never exceed what a person takes, and no swap of two or move of one is better, among many", () => {
    fc.assert(
      fc.property(drawn(40, 6), (one) => {
        const at = fillPlaces(placesOf(one));
        const worth = worthOf(one, at);
        expect(worth).toBeDefined();
        if (worth === undefined) return;
        for (let first = 0; first < at.length; first++) {
          for (let person = -1; person < one.free.length; person++) {
            const moved = worthOf(one, at.with(first, person));
            expect(moved !== undefined && isMore(moved, worth)).toBe(false);
          }
          for (let other = 0; other < first; other++) {
            const swapped = worthOf(one, at.with(first, at[other] ?? -1).with(other, at[first] ?? -1));
            expect(swapped !== undefined && isMore(swapped, worth)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are none where there is nobody, and nobody's where there are no households", () => {
    expect([...fillPlaces({ fits: new Int16Array(), needs: [1, 2], free: [], less: () => 0 })]).toEqual([-1, -1]);
    expect([...fillPlaces({ fits: new Int16Array(), needs: [], free: [1], less: () => 0 })]).toEqual([]);
  });
});
