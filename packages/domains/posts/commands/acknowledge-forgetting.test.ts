import { accountOf, hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { forgottenTable } from "../tables.ts";
import { acknowledging, answers } from "../testing/test-refusal-rows.ts";
import { described, given, people, post, subject, testScene } from "../testing/test-scene.ts";

const { leader, grid, operator, operator2, lonely } = people;

describe("acknowledgeForgetting", () => {
  answers("acknowledgeForgetting", [
    ["ok", "forgotten", operator, acknowledging],
    ["FORGETTING_UNKNOWN", "ended", operator, acknowledging],
    ["FORGETTING_UNKNOWN", "forgotten", operator, { ...acknowledging, subject: accountOf(0x61) }],
    ["FORGETTING_SAID", "acknowledged", operator, acknowledging],
    ["FORGETTING_NOT_OWED", "forgotten", lonely, acknowledging],
    ["FORGETTING_STATEMENT", "forgotten", operator, { ...acknowledging, statement: hex("e1") }],
    ["FORGETTING_STATEMENT", "forgotten", operator2, acknowledging],
    ["NOT_ALLOWED", "forgotten", grid, acknowledging],
  ]);

  it("is owed by every organisation that keeps the ledger, and by nobody where nothing was said", () => {
    const scene = testScene();
    scene.must(leader, "givePost", given);
    scene.must(leader, "endPost", { post });
    scene.must(grid, "forgetHelper", { account: grid.account });
    expect(scene.events).toMatchObject([{ data: { owed: [] } }]);
    scene.must(leader, "givePost", { ...given, post: accountOf(0x51) });
    scene.must(grid, "describeHelper", described);
    scene.must(leader, "endPost", { post: accountOf(0x51) });
    scene.must(leader, "forgetHelper", { account: grid.account });
    scene.must(operator, "acknowledgeForgetting", acknowledging);
    const row = { account: grid.account, owed: ["bureau", "street"], acknowledged: ["street"] };
    expect(scene.state.table(forgottenTable).find(subject)).toEqual(row);
  });
});
