import { describe, expect, it } from "vitest";
import { photosOf } from "./photos-of.ts";

const [old, fresh] = ["0a".repeat(32), "0b".repeat(32)] as const;
const part = (sets: object) => ({ kind: "part", form: 1, reason: "visit", sets });

describe("the photos that a part names", () => {
  it.each([
    ["a first photo", { photos: { to: [fresh] } }, { seen: [], put: [fresh] }],
    ["one more", { photos: { from: [old], to: [old, fresh] } }, { seen: [old], put: [fresh] }],
    ["one less", { photos: { from: [old, fresh], to: [fresh] } }, { seen: [old, fresh], put: [] }],
    ["all taken out", { photos: { from: [old] } }, { seen: [old], put: [] }],
    ["other lists and texts", { crops: { to: ["rice"] }, note: { to: fresh } }, { seen: [], put: [] }],
  ])("are told for %s", (_, sets, named) => expect(photosOf(part(sets))).toEqual(named));

  it("are none in a text of another kind", () => {
    expect(photosOf({ kind: "message", text: fresh })).toEqual({ seen: [], put: [] });
  });
});
