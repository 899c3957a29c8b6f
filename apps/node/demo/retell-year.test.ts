import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { shareLeft } from "@mingbai/treasury/checks/share";
import { offerTable } from "@mingbai/treasury/offers/tables";
import { readEquation } from "@mingbai/treasury/reads";
import { orderTable } from "@mingbai/treasury/tables";
import { stages } from "@mingbai/workflow/stages";
import { matterTable } from "@mingbai/workflow/tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import { DemoClock } from "./demo-clock.ts";
import { demoNumber } from "./demo-keys.ts";
import { operatingFund } from "./demo-plan.ts";
import { demoGenesis } from "./found-demo.ts";
import { demoFoundedMs, retellYear } from "./retell-year.ts";

const timeoutMs = 300_000;
const nowMs = Date.UTC(2026, 10, 20, 7);
let root = "";
let ledger: OpenLedger;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-year-"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(6));
  const genesis = demoGenesis({ timeMs: demoFoundedMs(nowMs), keys, origin: "http://localhost" });
  const clock = new DemoClock();
  clock.set(genesis.timeMs);
  const folder = dataFolder(join(root, "node"));
  const now = () => clock.now();
  ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, now, onFatal: rethrow });
  await retellYear(ledger, { clock, households: 0, nowMs, say: () => undefined });
}, timeoutMs);

afterAll(async () => {
  await ledger.close();
  await rm(root, { recursive: true, force: true });
});

describe("the demo's year", () => {
  it("has more than 200 matters, at every stage where one can wait and at every end but that of a dispute given up", () => {
    const rows = ledger.chain.state.table(matterTable).entries();
    expect(rows.length).toBeGreaterThan(200);
    const found = new Set(rows.map(([, { stage }]) => stage));
    const told = stages.filter((stage) => stage !== "settled" && stage !== "disputed" && stage !== "returned");
    expect(told.filter((stage) => !found.has(stage))).toEqual([]);
    expect(rows.filter(([, { overdue }]) => overdue)).not.toEqual([]);
  });

  it("lies in the past, with orders paid and orders that wait", () => {
    const { head, state } = ledger.chain;
    expect(head.timeMs).toBeLessThan(nowMs + 1_000);
    expect(head.timeMs).toBeGreaterThan(nowMs - 86_400_000);
    const states = new Set(
      state
        .table(orderTable)
        .entries()
        .map(([, order]) => order.state),
    );
    expect(states.has("paid")).toBe(true);
    const { outstanding, booked, suspense } = readEquation(state);
    expect(outstanding).toBe(booked - suspense);
  });

  it("lets a department redeem a share of what it received this year for its own costs", () => {
    const share = {
      office: demoNumber("civil-office"),
      fund: operatingFund.fund,
      year: new Date(nowMs).getUTCFullYear(),
    };
    expect(shareLeft(ledger.chain.state, share)).toBeGreaterThan(0);
  });

  it("has vouchers that were spent and collected, that may be taken now, and that wait for approval", () => {
    const offers = ledger.chain.state.table(offerTable).entries();
    const told = offers.map(([, { state, taken, spent, back }]) => ({ state, taken, spent, back }));
    expect(told.sort((one, other) => other.spent - one.spent)).toEqual([
      { state: "open", taken: 3, spent: 15_400, back: 0 },
      { state: "open", taken: 2, spent: 4_850, back: 995_150 },
      { state: "proposed", taken: 0, spent: 0, back: 0 },
    ]);
  });
});

function rethrow(error: Error): never {
  throw error;
}
