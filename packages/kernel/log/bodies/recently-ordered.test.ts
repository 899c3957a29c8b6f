import { describe, expect, it } from "vitest";
import { RecentlyOrdered } from "./recently-ordered.ts";

const body = (number: number, root = `root ${number}`) => ({ id: `id ${number}`, root, bodyNumber: number });

describe("recently ordered containers", () => {
  it("are found by name and by body, the last ones only", () => {
    const ordered = new RecentlyOrdered(3);
    for (let number = 0; number < 5; number++) ordered.add(body(number));
    expect([0, 1, 2, 3, 4].map((number) => ordered.find(`id ${number}`))).toEqual([undefined, undefined, 2, 3, 4]);
    expect([1, 2].map((number) => ordered.findByRoot(`root ${number}`))).toEqual([undefined, 2]);
  });

  it("are not found once retention dropped their body; a later body of the same root is", () => {
    const ordered = new RecentlyOrdered(3);
    ordered.add(body(1, "same"));
    ordered.add(body(7, "same"));
    ordered.dropBefore(5);
    expect([ordered.find("id 1"), ordered.find("id 7"), ordered.findByRoot("same")]).toEqual([undefined, 7, 7]);
  });
});
