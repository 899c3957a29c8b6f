import { countyPolicy } from "@mingbai/registry/content/policy/county/county-policy";
import { describe, expect, it } from "vitest";
import { findPolicy, newCondition, type TypedPolicy, typedFrom } from "./typed-policy.ts";

const typed = typedFrom(countyPolicy, 2);
const found = (change: Partial<TypedPolicy>) => findPolicy({ ...typed, ...change }, countyPolicy, 2);

describe("a policy as it is typed", () => {
  it("is the one in force under the next number until something is changed", () => {
    expect(found({})).toEqual({ ...countyPolicy, version: 2 });
  });

  it("has another line, other days and fewer conditions", () => {
    const days = { ...typed.days, publicNotice: "10" };
    const entry = typed.entry.map((one) => ({ ...one, isKept: one.id !== "lives" }));
    const policy = found({ incomeLine: "9,200", days, entry });
    expect(policy).toMatchObject({ incomeLine: 920_000, days: { publicNotice: 10, review: 5 } });
    expect(policy?.conditions.map(({ id }) => id)).toEqual(["income", "nothingRed"]);
  });

  it("takes a new condition once all of it is there", () => {
    const added = newCondition(typed.entry);
    expect(found({ entry: [...typed.entry, added] })).toBeUndefined();
    const words = { titleZh: "无车", titleEn: "No car", saysZh: "有没有车", saysEn: "Whether there is a car." };
    const whole = { ...added, ...words, when: "h.vehicles == 0" };
    expect(found({ entry: [...typed.entry, whole] })?.conditions.at(-1)).toMatchObject({
      id: "added1",
      title: { zh: "无车" },
    });
  });

  it.each([
    ["no amount", { incomeLine: "much" }],
    ["no line", { incomeLine: "" }],
    ["no number of days", { days: { ...typed.days, review: "soon" } }],
    ["no condition", { entry: [] }],
    ["no title", { titleZh: " " }],
  ])("is none with %s", (_, change) => {
    expect(found(change)).toBeUndefined();
  });
});
