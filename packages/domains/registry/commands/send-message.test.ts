import { accountOf, dayMs, hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { hill, keptScene, people, startMs } from "../testing/test-scene.ts";

const { grid, grid2, clerk, leader, citizen, stranger, bureau, secretary, admin, regulator } = people;
const message = { household: hill.household, content: hex("d6") };
const onBehalf = { ...message, onBehalf: true };

describe("sendMessage", () => {
  refuses("sendMessage", [
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { ...message, household: nobody }],
    ["HOUSEHOLD_ENDED", "closed", grid, message],
    ["NOT_KEEPER", "kept", stranger, message],
    ["NOT_KEEPER", "kept", bureau, message],
    ["NOT_KEEPER", "kept", secretary, message],
    ["MESSAGE_OWN", "kept", citizen, onBehalf],
    ["NOT_ALLOWED", "kept", admin, message],
    ["NOT_ALLOWED", "kept", regulator, message],
  ]);

  it("is not for a file that was erased", () => {
    const scene = keptScene();
    const erasure = accountOf(0x78);
    scene.must(citizen, "requestErasure", { erasure, ground: "ownWish", subjects: [hill.household] });
    scene.must(leader, "decideErasure", { erasure, approve: true });
    expect(scene.run(grid, "sendMessage", message)).toBe("SUBJECT_ERASED");
  });

  it.each([
    ["the household's", citizen, message, "household"],
    ["the household's, written down by an office", grid, onBehalf, "household"],
    ["an office's", clerk, message, "office"],
    ["a leader's", leader, message, "office"],
  ])("is %s", (_, who, input, side) => {
    const scene = keptScene();
    scene.must(who, "sendMessage", input);
    expect(scene.events[0]?.data).toMatchObject({ side, by: who.account });
  });

  it("concerns who answers for the household, its people with a key, and the keeper's people with a post in the village", () => {
    const scene = keptScene();
    const post = { kind: "gridWorker", areas: ["hill"], householdsMax: 9, untilMs: startMs + 700 * dayMs };
    const posted = [grid2, bureau];
    posted.forEach(({ account }, at) => {
      scene.must(leader, "posts.givePost", { ...post, post: accountOf(0x50 + at), account });
    });
    scene.must(leader, "assignResponsible", { account: secretary.account, households: [hill.household] });
    scene.must(citizen, "sendMessage", message);
    expect(scene.events[0]?.data.told).toEqual([secretary.account, grid2.account]);
    scene.must(secretary, "sendMessage", message);
    expect(scene.events[0]?.data.told).toEqual([citizen.account, grid2.account]);
  });
});
