import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import {
  batchId,
  containerKinds,
  encodeContainerHeader,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { sampleEnvelopeBytes } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type CrashImage, crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { LedgerChain } from "./ledger-chain.ts";
import type { StoredContainer } from "./record-block.ts";
import { Replica } from "./replica.ts";

const folder = "ledger";
const sample = foundSample();
/** Small, so that a short run fills several and frees some. */
const segmentBytes = 8 * 1024;
const otherOrigin = 1;
/** So many at once that a block's record fits into a segment. */
const orderedMax = 3;
const seed = runSeed();

function openChain(disk: SimulatedDisk): Promise<LedgerChain> {
  const dice = random(disk.seed + disk.trace.length);
  const replica = new Replica(sample.registry, sample.genesis);
  return LedgerChain.open({
    disk,
    folder,
    replica,
    segmentBytes,
    inlineBytesMax: 200,
    makeSalt: () => dice.bytes(8),
  });
}

/** A container of one note, as another member's node pushes it. Those of one note have one body. */
function pushed(originSequence: number, expiryHeight: number, note = originSequence): StoredContainer {
  const input = canonicalBytes({ key: `k${note}`, text: "x".repeat([20, 300, 900][note % 3] ?? 0) });
  const body = sampleEnvelopeBytes(input, { chain: sample.chain, sequence: note, expiryMs: sampleTimeMs + 3_600_000 });
  const envelopes = findEnvelopes(containerKinds.gathered, body) ?? [];
  const headerBytes = encodeContainerHeader({
    kind: containerKinds.gathered,
    origin: otherOrigin,
    chainTag: sample.chain.slice(0, 8),
    originSequence,
    expiryHeight,
    bodyBytes: body.length,
    units: 1,
    bodyRoot: bodyRoot(containerKinds.gathered, body, envelopes),
  });
  const header = findContainerHeader(headerBytes);
  if (header === undefined) throw new Error("the header does not read back");
  return {
    header,
    headerBytes,
    batchId: batchId(headerBytes),
    envelopes: envelopes.map((envelope) => ({ ...envelope, linesRoot: new Uint8Array(32) })),
    signature: random(originSequence).bytes(64),
    body,
    groupRoots: new Uint8Array(),
  };
}

/** What was put, and what others were told. */
interface Known {
  readonly put: Map<string, StoredContainer>;
  readonly promised: Set<string>;
  durableHeight: number;
}

/** Puts, promises, orders some and lets others expire; closes and opens once. All from one seed. */
async function runScript(disk: SimulatedDisk, dice: Random, known: Known): Promise<void> {
  let chain = await openChain(disk);
  let sequence = 1;
  for (let step = 0; step < 24; step++) {
    const { height, timeMs } = chain.head;
    const fresh = Array.from({ length: dice.below(4) }, () => {
      const note = dice.chance(1, 4) ? Math.max(1, sequence - 1 - dice.below(3)) : sequence;
      const container = pushed(sequence++, height + 1 + dice.below(5), note);
      known.put.set(toHex(container.batchId), container);
      chain.bodies.put(container);
      return container;
    });
    if (dice.chance(2, 3)) {
      await chain.bodies.commit();
      for (const { batchId: id } of fresh) known.promised.add(toHex(id));
    }
    const waiting = [...chain.bodies.unordered()].filter(({ header }) => header.expiryHeight > height);
    const ordered = waiting.filter(() => dice.chance(1, 3)).map(({ batchId: id }) => known.put.get(toHex(id)));
    const containers = ordered.filter((container) => container !== undefined).slice(0, orderedMax);
    // One that came with the block and was in no store before.
    if (dice.chance(1, 4)) {
      const late = pushed(sequence++, height + 9);
      known.put.set(toHex(late.batchId), late);
      containers.push(late);
    }
    chain.append({ height: height + 1 + dice.below(2), timeMs: timeMs + 1, containers });
    if (dice.chance(3, 4)) {
      await chain.commit();
      known.durableHeight = chain.head.height;
      for (const { batchId: id } of fresh) known.promised.add(toHex(id));
    }
    if (step === 12) {
      await chain.close();
      known.durableHeight = chain.head.height;
      chain = await openChain(disk);
    }
  }
  await chain.close();
}

async function runUntilCrash(disk: SimulatedDisk, scriptSeed: number): Promise<Known> {
  const known: Known = { put: new Map(), promised: new Set(), durableHeight: 0 };
  try {
    await runScript(disk, random(scriptSeed), known);
  } catch (error) {
    if (!disk.crashed) throw error;
  }
  return known;
}

/** Batch ids in the blocks on this disk; each body must be the one that was put. */
async function orderedIds(chain: LedgerChain, { put }: Known): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let number = 0; number < chain.durableBlocks; number++) {
    for (const container of (await chain.readBlock(number)).containers) {
      const id = toHex(batchId(container.header));
      if (ids.has(id)) throw new Error(`${id} is ordered twice`);
      ids.add(id);
      const body = put.get(id)?.body ?? new Uint8Array();
      const read = await chain.readBody(container);
      if (Buffer.compare(read.subarray(0, body.length), body) !== 0) throw new Error(`${id} has another body`);
    }
  }
  return ids;
}

/** Everything promised is found once, with its bytes, unless a block orders it or its time is over. */
async function assertPromises(disk: SimulatedDisk, known: Known): Promise<void> {
  const chain = await openChain(disk);
  const { height } = chain.head;
  expect(height).toBeGreaterThanOrEqual(known.durableHeight);
  const ordered = await orderedIds(chain, known);
  const found = [...chain.bodies.unordered()].map(({ batchId: id }) => toHex(id));
  expect(new Set(found).size).toBe(found.length);
  expect(found.filter((id) => ordered.has(id) || !known.put.has(id))).toEqual([]);
  let use = 0;
  for (const [id, container] of known.put) {
    const isWaiting = !ordered.has(id) && container.header.expiryHeight >= height;
    const unordered = chain.bodies.find(container.batchId);
    if (known.promised.has(id)) expect({ id, found: unordered !== undefined }).toEqual({ id, found: isWaiting });
    if (unordered === undefined) continue;
    use += container.body.length;
    const { body, groupRoots } = await chain.bodies.read(unordered.bodyNumber);
    const { headerBytes, signature } = unordered;
    const read = { body, groupRoots, headerBytes, signature };
    const { body: wanted, groupRoots: roots, headerBytes: header, signature: signed } = container;
    expect(read).toEqual({ body: wanted, groupRoots: roots, headerBytes: header, signature: signed });
    const { below } = chain.bodies;
    expect(chain.bodies.put(container)).toBe(unordered.bodyNumber);
    expect(chain.bodies.below).toBe(below);
  }
  expect(chain.bodies.unorderedUse(otherOrigin)).toEqual({ bytes: use, containers: found.length });
  const rest = found.flatMap((id) => known.put.get(id) ?? []);
  for (const container of rest) {
    const { head } = chain;
    chain.append({ height: head.height + 1, timeMs: head.timeMs + 1, containers: [container] });
  }
  await chain.commit();
  expect([...chain.bodies.unordered()]).toEqual([]);
  await chain.close();
  expect((await orderedIds(await openChain(disk), known)).size).toBe(ordered.size + rest.length);
}

describe("bodies that were promised", () => {
  const images = [...crashImages];
  const scripts = deepCount(2, 6);

  it(`are found after a crash at any point, once and with the same bytes (seed ${seed})`, async () => {
    for (let script = 0; script < scripts; script++) {
      const whole = simulatedDisk({ seed: script });
      await runUntilCrash(whole, seed + script);
      const stride = deepCount(9, 1);
      for (let operation = 1 + (seed % stride); operation <= whole.trace.length; operation += stride) {
        const when = operation % 2 === 0 ? "before" : "after";
        const image: CrashImage = images[Math.floor(operation / stride) % images.length] ?? { kind: "lost" };
        const disk = simulatedDisk({ seed: script, faults: { crashAt: { operation, when } } });
        const known = await runUntilCrash(disk, seed + script);
        try {
          await assertPromises(disk.crash(image), known);
        } catch (error) {
          throw new Error(`at ${JSON.stringify({ script, operation, when, image })}`, { cause: error });
        }
      }
    }
  });

  it.each([0, 1, 2])(
    "are found where nothing goes wrong, and after the process is killed: script %i",
    async (script) => {
      const disk = simulatedDisk({ seed: script });
      const known = await runUntilCrash(disk, script);
      expect(known.promised.size).toBeGreaterThan(10);
      await assertPromises(disk.kill(), known);
    },
  );

  it.each([0, 1, 2])(
    "and ordered stay readable from the height on from which they are retained: script %i",
    async (script) => {
      const disk = simulatedDisk({ seed: script });
      const known = await runUntilCrash(disk, script);
      const chain = await openChain(disk);
      const dropped: number[] = [];
      for (const height of [5, 12, 20, chain.head.height]) {
        await chain.retainBodiesFrom(height);
        dropped.push(chain.bodies.first);
        for await (const { containers } of chain.blocksFromHeight(height)) {
          for (const container of containers) {
            const body = known.put.get(toHex(batchId(container.header)))?.body ?? new Uint8Array();
            expect((await chain.readBody(container)).subarray(0, body.length)).toEqual(body);
          }
        }
      }
      expect(dropped.at(-1)).toBeGreaterThan(0);
      expect([...dropped].sort((a, b) => a - b)).toEqual(dropped);
      await chain.close();
    },
  );

  it("that a full disk refused let no block become durable that refers to them", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const chain = await openChain(disk);
    const container = pushed(1, 9, 2);
    chain.bodies.put(container);
    chain.append({ height: 1, timeMs: chain.head.timeMs + 1, containers: [container] });
    const nth = disk.trace.filter((line) => line.startsWith("write ")).length + 1;
    disk.setFaults({ failAt: { kind: "write", nth, code: "DISK_FULL" } });
    await expect(chain.bodies.commit()).rejects.toMatchObject({ code: "LOG_FULL" });
    // There is room again, but not for what waits: its bodies are gone.
    expect(await chain.hasRoomFor(1)).toBe(true);
    await expect(chain.commit()).rejects.toMatchObject({ code: "LOG_FULL" });
    const again = await openChain(disk.crash({ kind: "lost" }));
    expect(again.head.height).toBe(0);
    await again.close();
  });
});

describe("findOutcome", () => {
  it("waits for a transaction that is executed and not yet durable, as the state knows its number already", async () => {
    const chain = await openChain(simulatedDisk({ seed: 1 }));
    const container = pushed(1, 10);
    const id = "envelopes" in container ? toHex(container.envelopes[0]?.id ?? new Uint8Array()) : "";
    chain.append({ height: 1, timeMs: sampleTimeMs + 1, containers: [container] });
    const found = chain.findOutcome(id);
    await chain.commit();
    expect(await found).toMatchObject({ record: { height: 1 }, index: 0 });
    await chain.close();
  });
});
