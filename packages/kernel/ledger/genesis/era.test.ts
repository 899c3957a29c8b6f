import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { eraBaseOf, findEra, handOver } from "./era.ts";
import { foundState } from "./genesis.ts";
import { rosterInForce, setNextRoster } from "./rosters.ts";

const roster = sceneRosterOf(sceneNodes(4), { epoch: 1 });
const moment = { height: 70, timeMs: sampleTimeMs + 5 };

describe("the era of a ledger", () => {
  it("is none as it was founded, and from the block that hands it over on the same for good", () => {
    const state = foundState(sceneRegistry, sceneGenesis);
    expect([findEra(state), eraBaseOf(state)]).toEqual([undefined, 0]);
    handOver(state, roster, moment);
    setNextRoster(state, { ...roster, epoch: 2 }, 90);
    expect(findEra(state)).toEqual({ base: 70, timeMs: moment.timeMs, roster });
    expect([70, 71, 90].map((height) => rosterInForce(state, height).epoch)).toEqual([0, 1, 2]);
  });

  it("begins once", () => {
    const state = foundState(sceneRegistry, sceneGenesis);
    handOver(state, roster, moment);
    const again = () => handOver(state, { ...roster, epoch: 2 }, { ...moment, height: 80 });
    expect(again).toThrow(RangeError);
    expect([eraBaseOf(state), rosterInForce(state, 81).epoch]).toEqual([70, 1]);
  });
});
