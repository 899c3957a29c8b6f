import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { archivesOf, keptHeights, keptHeightsDefault } from "./kept-heights.ts";
import type { NetworkFile } from "./network-file.ts";

const roster = sceneRosterOf(sceneNodes(4));
const names = roster.members.map(({ organisation }) => organisation);
const [first = "", second = "", third = "", fourth = ""] = names;

function network(organisation: string, archives: readonly string[], keep?: NetworkFile["keep"]): NetworkFile {
  const place = { host: "localhost", port: 1, httpUrl: "http://localhost" };
  const named = [...names, "left-long-ago"].map((one) => ({
    organisation: one,
    ...place,
    archive: archives.includes(one),
  }));
  return {
    format: "mingbai/network/1",
    organisation,
    http: place,
    listen: place,
    members: named,
    comet: { p2pPort: 1, rpcPort: 2, peers: [] },
    observers: [],
    ...(keep !== undefined && { keep }),
  };
}

describe("how many heights back a node keeps bodies", () => {
  it.each<[string, NetworkFile, number | undefined]>([
    ["all where nobody is named to keep them", network(first, []), undefined],
    ["all where nobody is, whatever it would like", network(first, [], 5_000), undefined],
    ["all where only one of four is, who may fail", network(first, [second], 5_000), undefined],
    ["all where the other is no member any more", network(first, [second, "left-long-ago"], 5_000), undefined],
    ["the usual ones where two of four are", network(first, [second, third]), keptHeightsDefault],
    ["so many where two of four are", network(first, [third, fourth], 5_000), 5_000],
    ["all where it is one of those itself", network(second, [second, third], 5_000), undefined],
    ["all where it likes to", network(first, [second, third], "all"), undefined],
    ["the usual ones at a node without a vote", network("newspaper", [second, third]), keptHeightsDefault],
  ])("is %s", (_, file, expected) => {
    expect(keptHeights(file, roster)).toBe(expected);
  });

  it("goes by votes, not heads", () => {
    const heavy = { ...roster, members: roster.members.map((member, at) => ({ ...member, power: at === 0 ? 3 : 1 })) };
    expect(keptHeights(network(fourth, [first]), heavy)).toBe(keptHeightsDefault);
    expect(keptHeights(network(fourth, [second]), heavy)).toBeUndefined();
    expect(keptHeights(network(fourth, [second, third]), heavy)).toBe(keptHeightsDefault);
  });

  it("names whom it counts on", () => {
    expect(archivesOf(network(first, [second, third]))).toEqual([second, third]);
  });
});
