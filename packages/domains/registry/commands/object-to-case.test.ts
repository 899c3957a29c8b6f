import { describe } from "vitest";
import { said } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { stranger, bureau, operator } = people;

describe("objectToCase", () => {
  refuses("objectToCase", [
    ["CASE_UNKNOWN", "kept", stranger, said],
    ["CASE_STAGE", "passed", stranger, said],
    ["CASE_STAGE", "heard", stranger, said],
    ["OBJECTED_ALREADY", "objected", stranger, said],
    ["NOT_KEEPER", "noticed", bureau, { ...said, onBehalf: true }],
    ["NOT_KEEPER", "noticed", operator, { ...said, onBehalf: true }],
    ["BODY_INVALID", "noticed", stranger, { ...said, onBehalf: false }],
  ]);
});
