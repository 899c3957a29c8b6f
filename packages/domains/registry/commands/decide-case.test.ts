import { describe } from "vitest";
import { accepting, said } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { approver, leader, reviewer, secretary, chief } = people;
const declining = { ...said, outcome: "decline" };

describe("decideCase", () => {
  refuses("decideCase", [
    ["CASE_UNKNOWN", "kept", approver, accepting],
    ["CASE_STAGE", "noticed", approver, accepting],
    ["CASE_STAGE", "monitored", leader, accepting],
    ["NOT_ALLOWED", "heard", reviewer, accepting],
    ["NOT_KEEPER", "heard", { ...secretary, roles: ["leader"] }, accepting],
    ["CASE_HANDS", "reviewedByChief", chief, accepting],
    ["OBJECTIONS_OPEN", "unheard", approver, accepting],
    ["OBJECTIONS_OPEN", "unheard", approver, declining],
    ["NOTICE_NEEDED", "spokenAgainst", approver, accepting],
    ["BASE_AHEAD", "heard", approver, { ...accepting, part: { ...accepting.part, base: 2 } }],
    ["BODY_INVALID", "heard", approver, { ...said, outcome: "accept" }],
    ["BODY_INVALID", "heard", approver, { ...accepting, outcome: "decline" }],
    ["SUBJECT_ERASED", "erasedHousehold", approver, accepting],
  ]);
});
