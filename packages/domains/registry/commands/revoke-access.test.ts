import { describe } from "vitest";
import { given, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { citizen, stranger } = people;

describe("revokeAccess", () => {
  refuses("revokeAccess", [
    ["NOT_KEEPER", "asked", stranger, given],
    ["ACCESS_NONE", "asked", citizen, { ...given, organisation: "street" }],
  ]);
});
