import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { caseTable, standingTable } from "@mingbai/registry/tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../../data-folder.ts";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import { LocalActor } from "../../local-actor.ts";
import { type OpenLedger, openLedger } from "../../open-ledger.ts";
import { DemoClock } from "../demo-clock.ts";
import { demoNumber, demoSigner } from "../demo-keys.ts";
import { monthsBefore } from "../demo-year.ts";
import { demoGenesis } from "../found-demo.ts";
import { demoFoundedMs } from "../retell-year.ts";
import { caseSteps } from "./case-steps.ts";

const timeoutMs = 60_000;
/** Early on the first day of a month: what happened lately did so in the months before. */
const nowMs = Date.UTC(2026, 11, 1, 0, 30);
let root = "";
let ledger: OpenLedger;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-cases-"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(6));
  const genesis = demoGenesis({ timeMs: demoFoundedMs(nowMs), keys, origin: "http://localhost" });
  const clock = new DemoClock();
  clock.set(genesis.timeMs);
  const folder = dataFolder(join(root, "node"));
  ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, now: () => clock.now(), onFatal: rethrow });
  const actors = new Map<string, LocalActor>();
  const as = (id: string): LocalActor => {
    const actor = actors.get(id) ?? new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
    actors.set(id, actor);
    return actor;
  };
  const steps = caseSteps({ ledger, as }, { months: monthsBefore(nowMs), untilMs: nowMs });
  for (const { atMs, run } of steps.sort((one, other) => one.atMs - other.atMs)) {
    clock.set(atMs);
    await run();
  }
}, timeoutMs);

afterAll(async () => {
  await ledger.close();
  await rm(root, { recursive: true, force: true });
});

describe("the demo's cases", () => {
  const cases = () =>
    ledger.chain.state
      .table(caseTable)
      .entries()
      .map(([, row]) => row);

  it("stand at every stage at which somebody acts or waits, and at an end", () => {
    const found = cases().map(({ kind, stage }) => `${kind} ${stage}`);
    expect(found.sort()).toEqual([
      "entry accepted",
      "entry applied",
      "entry applied",
      "entry checked",
      "entry heard",
      "entry noticed",
      "exit observed",
    ]);
  });

  it("have one that is overdue, and one with an objection that waits", () => {
    expect(cases().filter(({ overdue }) => overdue)).toHaveLength(1);
    const [objected, ...others] = cases().filter(({ objections }) => objections.length > 0);
    expect(objected).toMatchObject({ stage: "noticed", objections: [{ isAnswered: false }] });
    expect(others).toEqual([]);
  });

  it("have taken one household in, and let one go that is still observed", () => {
    const standings = ledger.chain.state
      .table(standingTable)
      .entries()
      .flatMap(([, { standing }]) => standing ?? []);
    expect(standings.sort()).toEqual(["monitored", "observed"]);
  });
});

function rethrow(error: Error): never {
  throw error;
}
