import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEquation } from "@mingbai/treasury/reads";
import { matterTable } from "@mingbai/workflow/tables";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenLedger } from "../open-ledger.ts";
import { openDemo } from "../test-open-demo.ts";
import { sharedDemoPlan, tellSharedDemo } from "./shared-demo.ts";

let root = "";
let ledger: OpenLedger;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-shared-"));
  ledger = await openDemo(root, (error) => {
    throw error;
  });
});
afterAll(async () => {
  await ledger.close();
  await rm(root, { recursive: true, force: true });
});

it("happens on the ledger's own time without a refusal, and vouchers are what the bank has", async () => {
  const nowMs = Date.now();
  await tellSharedDemo(ledger, { nowMs, say: () => undefined });
  const { state } = ledger.chain;
  expect(state.table(matterTable).size).toBeGreaterThan(sharedDemoPlan(nowMs).matters.length / 2);
  const { outstanding, booked, suspense } = readEquation(state);
  expect([outstanding, outstanding > 0]).toEqual([booked - suspense, true]);
});
