import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { filesPerReadingMax } from "../schema.ts";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { hill, lake, people, ridge } from "../testing/test-scene.ts";

const { grid, bureau, citizen, stranger, auditor, operator } = people;
const tooMany = Array.from({ length: filesPerReadingMax + 1 }, (_, at) => accountOf(at + 1));

describe("openFiles", () => {
  refuses("openFiles", [
    ["NOT_ENTITLED", "kept", bureau, { purpose: "review", households: [hill.household] }],
    ["NOT_ENTITLED", "kept", stranger, { purpose: "own", households: [hill.household] }],
    ["NOT_ENTITLED", "kept", citizen, { purpose: "own", households: [ridge.household] }],
    ["NOT_ENTITLED", "kept", citizen, { purpose: "visit", households: [hill.household] }],
    ["PURPOSE_NOT_YOURS", "kept", grid, { purpose: "audit", households: [hill.household] }],
    ["PURPOSE_NOT_YOURS", "kept", auditor, { purpose: "supervision", households: [hill.household] }],
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { purpose: "visit", households: [nobody] }],
    ["NOT_ALLOWED", "kept", operator, { purpose: "visit", households: [hill.household] }],
    ["BODY_INVALID", "kept", grid, { purpose: "visit", households: tooMany }],
    ["NOT_ENTITLED", "asked", bureau, { purpose: "review", households: [hill.household] }],
    ["NOT_ENTITLED", "given", bureau, { purpose: "visit", households: [hill.household] }],
    ["NOT_ENTITLED", "given", bureau, { purpose: "review", households: [hill.household, lake.household] }],
  ]);
});
