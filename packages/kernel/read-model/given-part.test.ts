import { describe, expect, it } from "vitest";
import { findGivenContent } from "./given-content.ts";
import { findGivenPart, partSubject } from "./given-part.ts";

const part = { subject: "00000000000000a1", commitment: "5a".repeat(32), giver: "00000000000000b2" };

describe("the name of a part", () => {
  it("is read as it was spelt, and is no content's", () => {
    expect(findGivenPart(partSubject(part))).toEqual(part);
    expect(findGivenContent(partSubject(part))).toBeUndefined();
  });

  it.each([
    partSubject({ ...part, subject: "A1" }),
    partSubject({ ...part, commitment: "5a" }),
    partSubject({ ...part, giver: "" }),
    `${partSubject(part)}/`,
    `content/${part.commitment}/${part.giver}`,
  ])("is none: %s", (name) => {
    expect(findGivenPart(name)).toBeUndefined();
  });
});
