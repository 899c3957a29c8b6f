import { describe, expect, it } from "vitest";
import { projectMap } from "./project-map.ts";

const square = (east: number, north: number): [number, number][] => [
  [east, north],
  [east + 1, north],
  [east + 1, north + 1],
  [east, north],
];

describe("a map laid flat", () => {
  it("has north above and east to the right, and is as wide as the drawing", () => {
    const drawn = projectMap({
      villages: [
        { code: "a", polygons: [[square(0, 0)]] },
        { code: "b", polygons: [[square(1, 1)]] },
      ],
    });
    const [a, b] = drawn?.villages ?? [];
    expect(drawn?.width).toBe(1_000);
    expect(Math.abs((drawn?.height ?? 0) - 1_000)).toBeLessThan(5);
    expect(a?.middle[0]).toBeLessThan(b?.middle[0] ?? 0);
    expect(a?.middle[1]).toBeGreaterThan(b?.middle[1] ?? 0);
    expect(a?.path).toMatch(/^M0 \d+L500 \d+L500 \d+L0 \d+Z$/);
  });

  it("is narrower away from the equator, as degrees are there", () => {
    const drawn = projectMap({ villages: [{ code: "a", polygons: [[square(10, 59.5)]] }] });
    expect(Math.abs((drawn?.height ?? 0) - 2_000)).toBeLessThan(10);
  });

  it("is none where nothing is on it", () => {
    expect(projectMap({ villages: [] })).toBeUndefined();
    expect(projectMap({ villages: [{ code: "a", polygons: [] }] })).toBeUndefined();
  });
});
