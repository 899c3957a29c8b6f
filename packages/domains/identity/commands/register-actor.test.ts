import { describe } from "vitest";
import { accountOf, admin, answers, clerk } from "../testing/test-scene.ts";

const person = { account: accountOf(4), organisation: "bureau", roles: ["operator"] };

describe("registerActor", () => {
  answers("registerActor", [
    ["ORGANISATION_UNKNOWN", admin, { ...person, organisation: "nowhere" }],
    ["OTHER_ORGANISATION", admin, { ...person, organisation: "street" }],
    ["ACTOR_EXISTS", admin, { ...person, account: clerk }],
    ["ROLES_EXCLUDE", admin, { ...person, roles: ["operator", "auditor"] }],
    ["BODY_INVALID", admin, { ...person, roles: ["operator", "operator"] }],
    ["NOT_ALLOWED", clerk, person],
  ]);
});
