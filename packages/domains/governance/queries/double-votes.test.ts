import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { TestTables } from "@mingbai/testkit/test-tables";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import { governanceProjection } from "../projection/governance-projection.ts";
import { people, scene } from "../testing/test-scene.ts";
import type { doubleVotesView } from "../views.ts";
import { doubleVotesQuery } from "./double-votes.ts";

const query = doubleVotesQuery({ roster: () => sampleRoster });
const keeper = "office";
const vault = { find: async () => undefined };
let tables: TestTables;
let proposal = "";

beforeAll(async () => {
  tables = await TestTables.start([governanceProjection]);
  const blocks = new ProjectedBlocks();
  const made = scene({ onBlock: blocks.add });
  made.proveDoubleVote({ organisation: keeper, height: 3 });
  const [member] = sampleRoster.members;
  if (member === undefined) throw new Error("the sample has a member");
  const key = (start: string) => `${start}f`.repeat(32);
  const other = {
    organisation: "a",
    organisationKey: key("1"),
    ackKey: key("2"),
    logKey: key("3"),
    cosignKey: key("4"),
    consensusKey: key("5"),
    power: 1,
  };
  const stays = made.propose({ kind: "roster", members: [member, other] });
  made.must(people.manager, "withdraw", { proposal: stays });
  proposal = made.propose({ kind: "roster", members: [other] });
  made.proveDoubleVote({ organisation: keeper, height: 5 });
  made.proveDoubleVote({ organisation: keeper, height: 5 });
  made.proveDoubleVote({ organisation: "gone", height: 6 });
  await tables.project(blocks.all, undefined, { vault });
});
afterAll(() => tables.stop());

const ask = async (params: Record<string, unknown>) =>
  (await tables.ask(query, params, { account: undefined, organisation: undefined, roles: [] })) as z.infer<
    (typeof doubleVotesView)["result"]
  >;

it("lists each double vote once, the latest first, with who still keeps the ledger and what is proposed about it", async () => {
  const { rows, next } = await ask({});
  const proven = {
    transaction: expect.stringMatching(/^[0-9a-f]{64}$/),
    height: expect.any(Number),
    timeMs: expect.any(Number),
  };
  expect(rows).toEqual([
    { organisation: "gone", votedHeight: 6, proven, keeps: false, removal: null },
    { organisation: keeper, votedHeight: 5, proven, keeps: true, removal: { proposal, isApplied: false } },
    { organisation: keeper, votedHeight: 3, proven, keeps: true, removal: { proposal, isApplied: false } },
  ]);
  expect(next).toBeNull();
});

it("goes page by page", async () => {
  const first = await ask({ limit: 2 });
  expect(first.rows.map(({ votedHeight }) => votedHeight)).toEqual([6, 5]);
  expect((await ask({ limit: 2, before: first.next })).rows.map(({ votedHeight }) => votedHeight)).toEqual([3]);
});
