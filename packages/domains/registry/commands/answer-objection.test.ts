import type { Person } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { said } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { clerk, bureau, stranger, grid } = people;
const answering = { ...said, objection: 0 };
/** Who objected, and holds an office in the street since. */
const objector: Person = { ...grid, account: stranger.account };

describe("answerObjection", () => {
  refuses("answerObjection", [
    ["CASE_UNKNOWN", "kept", clerk, answering],
    ["CASE_STAGE", "passed", clerk, answering],
    ["NOT_KEEPER", "objected", bureau, answering],
    ["NOT_KEEPER", "objected", objector, answering],
    ["NOT_ALLOWED", "objected", stranger, answering],
    ["OBJECTION_UNKNOWN", "noticed", clerk, answering],
    ["OBJECTION_UNKNOWN", "unheard", clerk, { ...answering, objection: 1 }],
    ["OBJECTION_ANSWERED", "answered", clerk, answering],
    ["OBJECTION_OWN", "ownObjection", grid, answering],
  ]);
});
