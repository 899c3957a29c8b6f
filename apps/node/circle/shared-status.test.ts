import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocksView, statusView } from "@mingbai/http/explorer-views";
import { anonymousReader, type QueryRoute } from "@mingbai/http/query-route";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nameBlocks } from "../answers/named-blocks.ts";
import { statusQuery } from "../answers/status-query.ts";
import { TestMembers } from "../network/test-members.ts";

const whyNot = whyNoComet ?? whyNotNet;
const patience = { timeout: 40_000, interval: 200 };

let folder = "";
let members: TestMembers;
const routes = new Map<number, QueryRoute>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-circle-"));
  members = await TestMembers.found(folder, 4);
  await members.openAll();
  for (const number of members.numbers) {
    const ledger = members.get(number);
    const { height, timeMs } = ledger.chain.head;
    const parts = { ledger, folder, version: `1.0.${number}`, answerMs: () => undefined };
    const today = async () => ({ transactions: 0, lines: 0 });
    routes.set(number, statusQuery({ ...parts, readModel: () => ({ height, timeMs }), today }));
  }
}, 60_000);
afterEach(async () => {
  await members.closeAll();
  await rm(folder, { recursive: true, force: true });
});

const statusOf = async (number: number) =>
  statusView.result.parse(await routes.get(number)?.answer({}, anonymousReader));

/** A row as the tables of one node know it. */
const row = (height: number) => ({
  height,
  timeMs: 0,
  transactions: 1,
  refused: 0,
  lines: 0,
  bytes: 1,
  proposer: "solo",
  appHash: "ab".repeat(32),
  cosigned: { have: 1, of: 1 },
});

describe.skipIf(whyNot)(whyNot ?? "nodes of four members", () => {
  it("list each other, agree, and say who is silent and whether enough answer", async () => {
    const { height } = await members
      .actor(1)
      .act("identity.registerOrganisation", { organisation: "street", name: { en: "Street", zh: "街道" } });
    await Promise.all(members.numbers.map((number) => members.appHashAfter(number, height)));
    await vi.waitFor(async () => expect((await statusOf(0)).agreement.answered).toBe(4), patience);
    const status = await statusOf(0);
    expect(status).toMatchObject({
      node: "member-0",
      agreement: { agree: true, height, answered: 4, nodes: 4 },
      quorum: { need: 3, of: 4, isThere: true },
    });
    expect(status.nodes.map(({ name, role, state, version }) => [name, role, state, version])).toEqual(
      [0, 1, 2, 3].map((number) => [`member-${number}`, "validator", "ok", `1.0.${number}`]),
    );
    expect(status.nodes.every(({ url, peers, height: at }) => url !== undefined && peers === 3 && at === height)).toBe(
      true,
    );
    await members.close(3);
    await vi.waitFor(async () => expect((await statusOf(0)).nodes[3]?.state).toBe("silent"), patience);
    expect((await statusOf(0)).quorum.isThere).toBe(true);
    await members.close(2);
    await vi.waitFor(async () => expect((await statusOf(1)).quorum.isThere).toBe(false), patience);
  }, 120_000);

  it("name whose node gathered a block, and how many have signed what covers it", async () => {
    const { height } = await members
      .actor(2)
      .act("identity.registerOrganisation", { organisation: "street", name: { en: "Street", zh: "街道" } });
    const ledger = members.get(2);
    const table: QueryRoute = {
      ...blocksView,
      title: { en: "", zh: "" },
      allow: "anyone",
      answer: async () => ({ rows: [row(height)], next: null }),
    };
    const [blocks] = nameBlocks(ledger, [table]);
    await vi.waitFor(async () => {
      const answer = blocksView.result.parse(await blocks?.answer({}, anonymousReader));
      expect(answer.rows[0]).toMatchObject({ proposer: "member-2", cosigned: { of: 4 } });
      expect(answer.rows[0]?.cosigned.have).toBeGreaterThanOrEqual(3);
    }, patience);
  }, 120_000);
});
