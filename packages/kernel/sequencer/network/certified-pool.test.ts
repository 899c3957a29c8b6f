import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import { type ContainerHeader, containerKinds, encodeContainerHeader } from "@mingbai/ledger/container/container";
import { encodeItem, findItem, type Item } from "@mingbai/ledger/container/item";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { CertifiedPool, itemsPerOriginMax, type ProposalLimits } from "./certified-pool.ts";

const seed = runSeed();
const roomy: ProposalLimits = {
  unitsMax: 1_000,
  bodyBytesMax: 10_000,
  inlineBytesMax: 1_000,
  bytesMax: 100_000,
  itemBytesOf: (length) => length,
};

function itemOf({ epoch = 0, ...given }: Partial<ContainerHeader> & { epoch?: number }): {
  item: Item;
  bytes: Uint8Array;
} {
  const header: ContainerHeader = {
    kind: containerKinds.payments,
    origin: 0,
    chainTag: new Uint8Array(8),
    originSequence: 0,
    expiryHeight: 100,
    bodyBytes: 10,
    units: 1,
    bodyRoot: sha256(u32(given.originSequence ?? 0), u32(given.origin ?? 0)),
    ...given,
  };
  const certificate = { epoch, signers: [0], signatures: [new Uint8Array(64)] };
  const headerBytes = encodeContainerHeader(header);
  const bytes = encodeItem({ headerBytes, originSignature: new Uint8Array(64), certificate });
  const item = findItem(bytes);
  if (item === undefined) throw new Error("no item");
  return { item, bytes };
}

function poolOf(...headers: Partial<ContainerHeader>[]): CertifiedPool {
  const pool = new CertifiedPool();
  for (const header of headers) {
    const { item, bytes } = itemOf(header);
    pool.add(item, bytes);
  }
  return pool;
}

function chosen(pool: CertifiedPool, limits: Partial<ProposalLimits> = {}): string[] {
  return pool.choose({ ...roomy, ...limits }).map((bytes) => {
    const header = findItem(bytes)?.header;
    return `${header?.origin}/${header?.originSequence}`;
  });
}

describe("items that wait to be ordered", () => {
  it("are proposed one of each origin in turns, the oldest origin first, each origin's by number", () => {
    const pool = poolOf(
      { origin: 1, originSequence: 8, expiryHeight: 50 },
      { origin: 1, originSequence: 7, expiryHeight: 50 },
      { origin: 1, originSequence: 9, expiryHeight: 50 },
      { origin: 2, originSequence: 1, expiryHeight: 40 },
    );
    expect(chosen(pool)).toEqual(["2/1", "1/7", "1/8", "1/9"]);
  });

  it.each([
    ["units", { unitsMax: 2 }, { units: 1 }],
    ["bytes of bodies", { bodyBytesMax: 20 }, {}],
    ["bytes with what the engine puts around each", { bytesMax: 2_000, itemBytesOf: () => 1_000 }, {}],
  ] as const)("are proposed as far as %s allow", (_, limits, header) => {
    const pool = poolOf(...[1, 2, 3].map((originSequence) => ({ ...header, originSequence })));
    expect(chosen(pool, limits)).toEqual(["0/1", "0/2"]);
  });

  it("never overtake one of their own origin that does not fit, while other origins go on", () => {
    const pool = poolOf(
      { originSequence: 1, units: 900 },
      { originSequence: 2, units: 1 },
      { origin: 1, originSequence: 5, units: 200, expiryHeight: 99 },
      { origin: 1, originSequence: 6, units: 800, expiryHeight: 99 },
    );
    expect(chosen(pool)).toEqual(["1/5", "1/6"]);
  });

  it("stay until they are ordered or expire, and are known by their batch", () => {
    const pool = poolOf({ originSequence: 1 }, { originSequence: 2, expiryHeight: 7 }, { originSequence: 3 });
    const { item } = itemOf({ originSequence: 1 });
    expect(pool.has(item.batchId)).toBe(true);
    expect(chosen(pool)).toEqual(chosen(pool));
    pool.remove([item.batchId]);
    pool.expire(7);
    expect(chosen(pool)).toEqual(["0/2", "0/3"]);
    pool.expire(8);
    expect([chosen(pool), pool.size, pool.has(item.batchId)]).toEqual([["0/3"], 1, false]);
  });

  it("carry the certificate of the latest epoch that was seen", () => {
    const [old, later] = [itemOf({ epoch: 1 }), itemOf({ epoch: 2 })];
    const pool = new CertifiedPool();
    for (const { item, bytes } of [old, later, old]) expect(pool.add(item, bytes)).toBe(true);
    expect(pool.choose(roomy)).toEqual([later.bytes]);
    expect(pool.size).toBe(1);
  });

  it("are kept once, and only so many of one origin", () => {
    const pool = poolOf({ originSequence: 1 }, { originSequence: 1 });
    expect(pool.size).toBe(1);
    for (let originSequence = 2; originSequence < itemsPerOriginMax + 9; originSequence++) {
      const { item, bytes } = itemOf({ originSequence });
      expect(pool.add(item, bytes)).toBe(originSequence <= itemsPerOriginMax);
    }
    const other = itemOf({ origin: 1 });
    expect(pool.add(other.item, other.bytes)).toBe(true);
  });

  it(`never pass a limit and keep each origin's order, whatever waits (seed ${seed})`, () => {
    const rng = random(seed);
    for (let round = 0; round < 300; round++) {
      const headers = Array.from({ length: rng.below(40) }, () => ({
        origin: rng.below(4),
        originSequence: rng.below(100),
        units: rng.below(500),
        bodyBytes: rng.below(4_000),
        expiryHeight: rng.below(50),
      }));
      const items = poolOf(...headers)
        .choose(roomy)
        .map((bytes) => findItem(bytes)?.header);
      const sum = (name: "units" | "bodyBytes") => items.reduce((all, header) => all + (header?.[name] ?? 0), 0);
      expect(sum("units")).toBeLessThanOrEqual(roomy.unitsMax);
      expect(sum("bodyBytes")).toBeLessThanOrEqual(roomy.bodyBytesMax);
      for (let origin = 0; origin < 4; origin++) {
        const own = items.flatMap((header) => (header?.origin === origin ? [header.originSequence] : []));
        expect(own).toEqual(own.toSorted((a, b) => a - b));
      }
    }
  });
});

describe("a proposer without anything to order", () => {
  const neverCalled = () => () => undefined;

  it("goes on as soon as something comes", async () => {
    const pool = new CertifiedPool();
    const waited = pool.waitForItems(400, neverCalled);
    const { item, bytes } = itemOf({});
    pool.add(item, bytes);
    await waited;
    await pool.waitForItems(400, neverCalled);
    expect(pool.size).toBe(1);
  });

  it("goes on after the time it was given", async () => {
    await new CertifiedPool().waitForItems(400, (_, then) => {
      queueMicrotask(then);
      return () => undefined;
    });
  });
});
