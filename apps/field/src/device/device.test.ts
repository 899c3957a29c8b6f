import { fitSize } from "@mingbai/app-web/src/ui/shrink-photo";
import { describe, expect, it } from "vitest";
import { findPlace, metresBetween, type Place } from "./metres-between.ts";

describe("the distance from a house", () => {
  it.each<[string, Place, Place, number]>([
    ["at its door", [26_580_100, 104_830_200], [26_580_100, 104_830_200], 0],
    ["a minute of latitude away", [26_000_000, 104_000_000], [26_016_667, 104_000_000], 1_853],
    ["a minute of longitude away at 60°", [60_000_000, 10_000_000], [60_000_000, 10_016_667], 927],
    ["across the date line", [0, 179_999_000], [0, -179_999_000], 222],
  ])("is right %s, within a metre", (_where, house, here, metres) => {
    expect(Math.abs(metresBetween(house, here) - metres)).toBeLessThanOrEqual(1);
  });

  it.each([[undefined], ["26,104"], [[26]], [["a", "b"]]])("is of no place where the file has %j", (value) => {
    expect(findPlace(value)).toBeUndefined();
  });
});

describe("the size of a photo", () => {
  it.each([
    [4_000, 3_000, 1_600, 1_200],
    [3_000, 4_000, 1_200, 1_600],
    [800, 600, 800, 600],
    [10_000, 1, 1_600, 1],
  ])("of %i × %i is %i × %i", (width, height, toWidth, toHeight) => {
    expect(fitSize({ width, height }, 1_600)).toEqual({ width: toWidth, height: toHeight });
  });
});
