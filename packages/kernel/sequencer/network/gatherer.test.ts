import { toBase64 } from "@mingbai/codec/base64";
import { concat, equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { containerKinds } from "@mingbai/ledger/container/container";
import { Replica } from "@mingbai/log/chain/replica";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneChain, sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import type { Answer } from "../answer.ts";
import { Intake } from "../intake/intake.ts";
import {
  containerExpiryHeights,
  Gatherer,
  gatherMs,
  inlineBytesMax,
  ownContainersMax,
  type SignedContainer,
} from "./gatherer.ts";
import { OriginSequence } from "./origin-sequence.ts";

/** A gatherer whose containers the test gets, on a clock that moves only where it waits. */
async function gathering(
  { member, refuses = false }: { member: number | undefined; refuses?: boolean } = { member: 3 },
) {
  const { state } = new Replica(sceneRegistry, sceneGenesis);
  let nowMs = sampleTimeMs;
  const now = () => nowMs;
  const intake = new Intake({
    ledger: { chain: sceneChain, state, findAnswer: async () => undefined },
    pool: sceneChecker,
    now,
  });
  const disk = simulatedDisk({ seed: 1 });
  await disk.makeFolder("node");
  const published: SignedContainer[] = [];
  let onPublished = (): void => undefined;
  const waits: number[] = [];
  const gatherer = new Gatherer({
    intake,
    chain: sceneChain,
    sequence: await OriginSequence.open({ disk, path: "node/sequence", atLeast: 0 }),
    findMember: () => member,
    height: () => 10,
    sign: async (batchId) => batchId,
    publish: async (container, onStored) => {
      published.push(container);
      if (container.header.kind !== containerKinds.inline) onStored();
      onPublished();
      return !refuses;
    },
    promise: async ({ id, byHeight }) => new Uint8Array([id[0] ?? 0, byHeight % 256]),
    onFailure: (error) => {
      throw error;
    },
    wait: async (ms) => {
      waits.push(ms);
      nowMs += ms;
      // Lets others go on, as time does.
      await new Promise(setImmediate);
    },
    now,
  });
  /** Resolves with the containers once there are so many. */
  const containers = (count: number) =>
    new Promise<readonly SignedContainer[]>((resolve) => {
      onPublished = () => {
        if (published.length >= count) resolve(published);
      };
      onPublished();
    });
  return { intake, gatherer, running: gatherer.run(), containers, published, waits };
}

/** Lets whatever can go on do so. */
async function goOn(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

const finalAnswer = (id: string): Answer => ({
  status: "final",
  id,
  height: 11,
  timeMs: 1,
  logIndex: 0,
  units: 1,
  refusedLines: [],
});

describe("a gathering node", () => {
  it("puts what it is sent into containers of its own, signed, and answers when they are ordered", async () => {
    const { intake, gatherer, containers } = await gathering();
    const { id, bytes } = await sceneCommand({ key: "a", text: "b" });
    const answers = intake.submit(bytes);
    const [container] = await containers(1);
    if (container === undefined) throw new Error("no container");
    expect(container.header).toMatchObject({ kind: 2, origin: 3, expiryHeight: 10 + containerExpiryHeights, units: 1 });
    expect(equalBytes(container.signature, container.batchId)).toBe(true);
    intake.answer(gatherer.ordered([container.batchId]), new Map([[toHex(id), finalAnswer(toHex(id))]]));
    expect(await answers).toEqual([finalAnswer(toHex(id))]);
  });

  it("stores what it promises, by the height after which it can't be ordered, and promises nothing unasked", async () => {
    const { intake, gatherer, containers } = await gathering();
    const [asked, unasked] = await Promise.all(
      [1, 2].map((sequence) => sceneCommand({ key: "a", text: "b" }, { sequence })),
    );
    if (asked === undefined || unasked === undefined) throw new Error("nothing was signed");
    const promised = intake.receive(asked.bytes);
    const answers = intake.submit(unasked.bytes);
    const [container] = await containers(1);
    if (container === undefined) throw new Error("no container");
    expect(container.header.kind).toBe(containerKinds.gathered);
    const promise = toBase64(new Uint8Array([asked.id[0] ?? 0, container.header.expiryHeight % 256]));
    expect(await promised).toEqual([{ status: "received", id: toHex(asked.id), promise }]);
    const final = [asked, unasked].map(({ id }) => finalAnswer(toHex(id)));
    const again = intake.receive(asked.bytes);
    await goOn();
    intake.answer(gatherer.ordered([container.batchId]), new Map(final.map((answer) => [answer.id ?? "", answer])));
    // Whoever asks once more is told what came first, and whoever wants what is final gets it.
    expect([await again, await answers]).toEqual([await promised, [final[1]]]);
  });

  it("gives the final answer to who asks for a promise of what is in a block already", async () => {
    const { intake, gatherer, containers } = await gathering();
    const { id, bytes } = await sceneCommand({ key: "a", text: "b" });
    const answers = intake.submit(bytes);
    const [container] = await containers(1);
    expect(container?.header.kind).toBe(containerKinds.inline);
    const late = intake.receive(bytes);
    await goOn();
    intake.answer(
      gatherer.ordered([container?.batchId ?? new Uint8Array()]),
      new Map([[toHex(id), finalAnswer(toHex(id))]]),
    );
    expect(await late).toEqual(await answers);
  });

  it("lets commands share a container, but sends the first at once", async () => {
    const { intake, containers, waits } = await gathering();
    const commands = await Promise.all(
      [1, 2, 3].map((sequence) => sceneCommand({ key: "a", text: "b" }, { sequence })),
    );
    void intake.submit(commands[0]?.bytes ?? new Uint8Array());
    await containers(1);
    for (const { bytes } of commands.slice(1)) void intake.submit(bytes);
    const made = await containers(2);
    expect(made.map(({ envelopes }) => envelopes.length)).toEqual([1, 2]);
    expect(waits).toContain(gatherMs);
    expect(new Set(made.map(({ header }) => header.originSequence)).size).toBe(2);
  });

  it("gives each batch of payments a container, and larger gatherings none that stands in the block", async () => {
    const { intake, containers } = await gathering();
    const text = "x".repeat(500);
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, index) => sceneCommand({ key: `${index}`, text }, { sequence: index + 2 })),
    );
    const batch = await scenePayments([1, 2, 3]);
    void intake.submit(concat(batch.bytes, ...many.map(({ bytes }) => bytes)));
    const made = await containers(2);
    expect(made.map(({ header, envelopes }) => [header.kind, envelopes.length])).toEqual([
      [0, 1],
      [1, many.length],
    ]);
    expect(made[1]?.body.length).toBeGreaterThan(inlineBytesMax);
  });

  it("tells senders to come again where their container was not ordered in time", async () => {
    const { intake, gatherer, containers } = await gathering();
    const { id, bytes } = await sceneCommand({ key: "a", text: "b" });
    const answers = intake.submit(bytes);
    await containers(1);
    gatherer.expire(10 + containerExpiryHeights);
    gatherer.expire(10 + containerExpiryHeights + 1);
    expect(await answers).toMatchObject([{ status: "not admitted", refused: "BUSY", id: toHex(id) }]);
  });

  it("has only so much on its way, and goes on when some is ordered", async () => {
    const { intake, gatherer, containers, published } = await gathering();
    const batches = await Promise.all(
      Array.from({ length: ownContainersMax + 1 }, (_, index) => scenePayments([1], { sequence: index + 1 })),
    );
    for (const { bytes } of batches.slice(0, ownContainersMax)) {
      const before = published.length;
      void intake.submit(bytes);
      await containers(before + 1);
    }
    const last = intake.submit(batches.at(-1)?.bytes ?? new Uint8Array());
    await goOn();
    expect(published.length).toBe(ownContainersMax);
    gatherer.ordered([published[0]?.batchId ?? new Uint8Array()]);
    await containers(ownContainersMax + 1);
    intake.answer(gatherer.ordered([published.at(-1)?.batchId ?? new Uint8Array()]), new Map());
    expect(await last).toMatchObject([{ refused: "BUSY" }]);
  });

  it("that is no member gives everything back", async () => {
    const { intake } = await gathering({ member: undefined });
    const { bytes } = await sceneCommand({ key: "a", text: "b" });
    expect(await intake.submit(bytes)).toMatchObject([{ refused: "BUSY" }]);
  });

  it("gives back at once what can never be certified", async () => {
    const { intake, gatherer } = await gathering({ member: 3, refuses: true });
    const { bytes } = await sceneCommand({ key: "a", text: "b" });
    expect(await intake.submit(bytes)).toMatchObject([{ refused: "BUSY" }]);
    expect(gatherer.size).toBe(0);
  });

  it("ends once nothing more comes", async () => {
    const { intake, running } = await gathering();
    intake.stopTaking();
    await running;
  });
});
