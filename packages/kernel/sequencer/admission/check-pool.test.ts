import { containerKinds } from "@mingbai/ledger/container/container";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { sceneContainer } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { afterEach, describe, expect, it } from "vitest";
import { sharedBodyBytesMin } from "./body-memory.ts";
import { CheckPool } from "./check-pool.ts";

const dyingWorker = new URL("./test-dying-worker.ts", import.meta.url);
const request = (first: number): Uint8Array<ArrayBuffer> => Uint8Array.of(first, 7);
let pool = new CheckPool(0);

afterEach(() => pool.close());

describe("checking threads", () => {
  it("give the memory back with a verdict on each envelope", async () => {
    pool = new CheckPool(2);
    const { bytes: given } = await sceneCommand({ key: "a", text: "b" });
    const forged = given.slice();
    forged[230] = (forged[230] ?? 0) ^ 1;
    const [good, bad] = await Promise.all([pool.check(given.slice(), 64), pool.check(forged.slice(), 64)]);
    expect(good.bytes).toEqual(given);
    expect(good.checked).toEqual([{}]);
    expect(bad.checked).toEqual([{ fault: "SIGNATURE_WRONG" }]);
  });

  it("judge a container, whose body stays where it is", async () => {
    pool = new CheckPool(2);
    const { bytes } = await sceneCommand({ key: "a", text: "b" });
    const { header, body } = sceneContainer([bytes]);
    const other = { ...header, units: 2 };
    expect(await Promise.all([pool.checkContainer(header, body), pool.checkContainer(other, body)])).toEqual([
      { lines: [undefined] },
      { fault: "UNITS_WRONG" },
    ]);
    expect(body).toEqual(bytes);
  });

  it("judge large containers at once and one after another, each by its own bytes", async () => {
    pool = new CheckPool(2);
    const batches = [1, 2, 3].map(async (amount) => {
      const { bytes } = await scenePayments(Array.from({ length: 1_100 }, () => amount));
      const { header, body } = sceneContainer([bytes], { kind: containerKinds.payments });
      return { header, body };
    });
    const containers = await Promise.all(batches);
    expect(containers.every(({ body }) => body.length >= sharedBodyBytesMin)).toBe(true);
    const judge = () => Promise.all(containers.map(({ header, body }) => pool.checkContainer(header, body)));
    const verdicts = await judge();
    expect(verdicts).toEqual(containers.map(({ header, body }) => checkContainer(header, body)));
    expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict))).size).toBe(3);
    expect(await judge()).toEqual(verdicts);
  });

  it.each([
    { what: "throws", first: 1, message: "a checking thread died" },
    { what: "ends", first: 2, message: "a checking thread ended" },
  ])("fail what a thread was asked that $what, and another takes its place", async ({ first, message }) => {
    pool = new CheckPool(1, dyingWorker);
    const asked = [pool.check(request(3), 64), pool.check(request(first), 64)];
    const ends = await Promise.allSettled(asked);
    expect(ends.map((end) => end.status === "rejected" && end.reason.message)).toEqual([message, message]);
    expect((await pool.check(request(0), 64)).bytes).toEqual(request(0));
  });

  it("leave what other threads were asked alone", async () => {
    pool = new CheckPool(2, dyingWorker);
    const [dead, other] = await Promise.allSettled([pool.check(request(1), 64), pool.check(request(0), 64)]);
    expect([dead?.status, other?.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("fail what is under way when they are closed, and take nothing after", async () => {
    pool = new CheckPool(1, dyingWorker);
    const silent = expect(pool.check(request(3), 64)).rejects.toThrow(/closed|ended/);
    await pool.close();
    await silent;
    await expect(pool.check(request(0), 64)).rejects.toThrow("the pool is closed");
  });
});
