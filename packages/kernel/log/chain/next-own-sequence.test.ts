import { setNextRoster } from "@mingbai/ledger/genesis/rosters";
import { sceneContainer } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { foundSample } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { nextOwnSequence } from "./next-own-sequence.ts";

const nodes = sceneNodes(4);
const [first, second, third, renewed] = nodes.map((_, at) => nodes.slice(at, at + 1)) as [Nodes, Nodes, Nodes, Nodes];
type Nodes = typeof nodes;

/** The founder alone; from height 12 with two more; from 300 without the founder, whose place the second has then. */
function ledger() {
  const { state } = foundSample();
  setNextRoster(state, sceneRosterOf([...first, ...second, ...third], { epoch: 1 }), 12);
  setNextRoster(state, sceneRosterOf([...second, ...renewed], { epoch: 2 }), 300);
  return state;
}

const keyOf = (node: Nodes) => sceneRosterOf(node, { epoch: 0 }).members[0]?.ackKey ?? "";
const made = (origin: number, originSequence: number) => sceneContainer([], { origin, originSequence });

describe("the number of a node's next container", () => {
  it.each([
    ["was admitted later", keyOf(third), 12, [made(2, 40), made(1, 90)], 41],
    ["has another's place since, as has what was made before", keyOf(second), 300, [made(1, 8), made(0, 7)], 9],
    ["has left, a while ago", keyOf(first), 999, [made(0, 70)], 3],
    ["has a renewed key", keyOf(renewed), 300, [made(1, 5)], 6],
    ["is the only one", undefined, 1, [made(0, 5), made(1, 9)], 6],
  ])("is above all that are its own, where it %s", (_, ackKey, height, containers, next) => {
    expect(nextOwnSequence({ state: ledger(), height, ackKey, next: 3 }, containers)).toBe(next);
  });
});
