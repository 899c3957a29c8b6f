import { describe, expect, it } from "vitest";
import { findMembers } from "../reads.ts";
import { people, quota, scene } from "../testing/test-scene.ts";

const { admin, adminB, adminC, outsider } = people;
const admission = { kind: "admitMember", organisation: "e" } as const;

describe("accept", () => {
  it("is needed before an organisation becomes a member, before or after the votes", () => {
    for (const isFirst of [true, false]) {
      const made = scene();
      const proposal = made.propose(admission);
      if (isFirst) made.must(outsider, "accept", { proposal });
      for (const who of [admin, adminB, adminC]) made.vote(who, proposal);
      if (!isFirst) {
        expect(findMembers(made.state)).not.toContain("e");
        made.must(outsider, "accept", { proposal });
      }
      expect(findMembers(made.state)).toContain("e");
      expect(made.isOpen(proposal)).toBe(false);
    }
  });

  it("is for the organisation concerned, once, and for nothing else", () => {
    const made = scene();
    const proposal = made.propose(admission);
    const code = (who: typeof admin, id = proposal) => made.run(who, "accept", { proposal: id }).code;
    expect(code(adminB)).toBe("NOT_AWAITED");
    expect(code(people.clerkE)).toBe("NOT_ALLOWED");
    expect([code(outsider), code(outsider)]).toEqual(["ok", "NOT_AWAITED"]);
    expect(code(adminB, made.propose(quota(70_000)))).toBe("NOT_AWAITED");
    expect(code(outsider, "00".repeat(32))).toBe("PROPOSAL_UNKNOWN");
  });

  it("gives a vote on what is proposed afterwards, not on what is open", () => {
    const made = scene();
    const open = made.propose(quota(70_000));
    const proposal = made.propose(admission);
    made.must(outsider, "accept", { proposal });
    for (const who of [admin, adminB, adminC]) made.vote(who, proposal);
    expect(made.vote(outsider, open)).toBe("NOT_A_VOTER");
    expect(made.vote(outsider, made.propose(quota(80_000)))).toBe("ok");
  });
});
