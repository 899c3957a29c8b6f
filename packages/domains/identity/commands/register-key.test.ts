import { describe } from "vitest";
import { accountOf, admin, answers, clerk, newKey, stranger } from "../testing/test-scene.ts";

describe("registerKey", () => {
  answers("registerKey", [
    ["ACTOR_UNKNOWN", admin, { ...newKey, account: accountOf(9), fromHeight: 6 }],
    ["OTHER_ORGANISATION", admin, { ...newKey, account: stranger, fromHeight: 6 }],
    ["KEY_EXISTS", admin, { ...newKey, keyId: clerk, account: clerk, fromHeight: 6 }],
    ["KEY_MALFORMED", admin, { ...newKey, scheme: "p256", account: clerk, fromHeight: 6 }],
    ["HEIGHT_PAST", admin, { ...newKey, account: clerk, fromHeight: 5 }],
  ]);
});
