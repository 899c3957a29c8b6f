import { describe, expect, it } from "vitest";
import { boxes, boxOf, caseAddress, inBox } from "./list-address.ts";

describe("the address of a list of cases", () => {
  it("comes back as it was, without what it cannot read", () => {
    const search = "stage=heard&kind=exit&area=fengxi-yunling&mine=true";
    const read = caseAddress.read(new URLSearchParams(`${search}&overdue=perhaps`));
    expect(caseAddress.write(read).toString()).toBe(search);
  });

  it.each(boxes)("keeps kind and place in the box %s, and no stage", (box) => {
    const filter = inBox({ kind: "entry", area: "fengxi", stage: "heard", ended: "true" }, box);
    expect(filter).toMatchObject({ kind: "entry", area: "fengxi" });
    expect(filter.stage).toBeUndefined();
    expect(boxOf(filter)).toBe(box);
  });
});
