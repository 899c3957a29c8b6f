import { toHex } from "@mingbai/codec/hex";
import { containerKinds } from "@mingbai/ledger/container/container";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { findLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { openContainer } from "@mingbai/ledger/execute/open-container";
import { blocksFolder, bodiesFolder, LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { readTransactions } from "@mingbai/log/chain/read-transactions";
import type { StoredContainer } from "@mingbai/log/chain/record-block";
import { Replica } from "@mingbai/log/chain/replica";
import { encodeOrderedBlock, type OrderedBlock, readOrderedBlock } from "@mingbai/log/portable/ordered-block";
import { type Pulled, PullReader } from "@mingbai/log/portable/pull-reader";
import { takeOrdered } from "@mingbai/log/portable/take-ordered";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneContainer } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneGenesis, sceneNode, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { type ChainReport, verifyChain } from "./verify-chain.ts";

const folder = "ledger";
const segmentBytes = 16 * 1024;
const newReplica = () => new Replica(sceneRegistry, sceneGenesis);
const { bytes: command } = await sceneCommand({ key: "a", text: "x" });
const { bytes: second } = await sceneCommand({ key: "b", text: "y" }, { sequence: 2 });
const unsigned = second.with(230, (second[230] ?? 0) ^ 1);

/** A container as its own origin made and signed it, opened by this verdict; the check's own where none is given. */
async function stored(
  originSequence: number,
  envelope: Uint8Array,
  verdict?: ReturnType<typeof checkContainer>,
): Promise<StoredContainer> {
  const container = sceneContainer([envelope], { kind: containerKinds.inline, originSequence });
  const { header, headerBytes, batchId: id, body } = container;
  const signature = await sceneNode.ack.sign({ message: originMessage(id), id });
  const opened = openContainer(container, verdict ?? checkContainer(header, body));
  return { ...opened, headerBytes, signature, body, groupRoots: new Uint8Array() };
}

async function chainOf(disk: SimulatedDisk, containers: readonly StoredContainer[]): Promise<LedgerChain> {
  const chain = await LedgerChain.open({ disk, folder, replica: newReplica(), segmentBytes });
  for (const container of containers) {
    const { height, timeMs } = chain.head;
    chain.append({ height: height + 1, timeMs: Math.max(timeMs, sampleTimeMs) + 1, containers: [container] });
  }
  await chain.commit();
  return chain;
}

async function verify(disk: SimulatedDisk): Promise<ChainReport> {
  const [blocks, bodies] = await Promise.all(
    [blocksFolder, bodiesFolder].map((name) => openSegmentLog({ disk, folder: `${folder}/${name}`, segmentBytes })),
  );
  if (blocks === undefined || bodies === undefined) throw new Error("no logs");
  return verifyChain({ blocks, bodies, replica: newReplica(), pool: sceneChecker });
}

function* oneBlock(take: (block: OrderedBlock) => void): Pulled<void> {
  for (;;) take(yield* readOrderedBlock());
}

describe("containers that count for nothing", () => {
  const honest = async () => [
    await stored(1, command),
    await stored(2, unsigned),
    await stored(1, second),
    await stored(3, new Uint8Array(77)),
    await stored(4, second),
  ];

  it("stand in the log, are verified, and come back after a restart", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const chain = await chainOf(disk, await honest());
    const head = toHex(chain.head.appHash);
    await chain.close();
    expect(await verify(disk)).toMatchObject({ blocks: 5, transactions: 5, fault: undefined });
    const again = await LedgerChain.open({ disk, folder, replica: newReplica(), segmentBytes });
    expect(toHex(again.head.appHash)).toBe(head);
    const told = [];
    for (let number = 0; number < again.durableBlocks; number++) {
      const record = await again.readBlock(number);
      const bodies = await Promise.all(record.containers.map((container) => again.readBody(container)));
      for (const { leaf, refusal, envelope } of readTransactions(record, bodies)) {
        told.push([leaf.kind, refusal?.refused ?? "ok", envelope !== undefined]);
      }
    }
    expect(told).toEqual([
      [leafKinds.command, "ok", true],
      [leafKinds.container, "VOID_CONTAINER", false],
      [leafKinds.container, "DUPLICATE_CONTAINER", false],
      [leafKinds.container, "VOID_CONTAINER", false],
      [leafKinds.command, "ok", true],
    ]);
  });

  it("among them one whose body was given up, are carried to another ledger and executed there alike", async () => {
    const sound = await stored(1, command);
    const lost = { ...(await stored(2, second)), void: "lost", body: new Uint8Array() } as const;
    const disk = simulatedDisk({ seed: 5 });
    const chain = await chainOf(disk, [sound, lost]);
    const [, record] = [await chain.readBlock(0), await chain.readBlock(1)];
    expect(record.outcomes.map(({ refusal }) => refusal?.refused)).toEqual(["BODY_LOST"]);
    const other = await chainOf(simulatedDisk({ seed: 6 }), [sound]);
    const pieces = [];
    for await (const bytes of encodeOrderedBlock(record, (container) => chain.readBody(container))) pieces.push(bytes);
    const blocks: OrderedBlock[] = [];
    const reader = new PullReader(oneBlock((block) => blocks.push(block)));
    for (const bytes of pieces) reader.push(bytes);
    const check = async (...given: Parameters<typeof checkContainer>) => checkContainer(...given);
    for (const block of blocks) other.append(await takeOrdered(block, { chain: other, check }));
    await other.commit();
    expect(toHex(other.head.appHash)).toBe(toHex(chain.head.appHash));
    await chain.close();
    expect(await verify(disk)).toMatchObject({ blocks: 2, transactions: 2, fault: undefined });
    const again = await LedgerChain.open({ disk, folder, replica: newReplica(), segmentBytes });
    expect(toHex(again.head.appHash)).toBe(toHex(other.head.appHash));
  });

  it("are found where a log was written as if they counted", async () => {
    const disk = simulatedDisk({ seed: 2 });
    const chain = await chainOf(disk, [await stored(1, command), await stored(2, unsigned, { lines: [undefined] })]);
    const { outcomes } = await chain.readBlock(1);
    expect(findLeaf(outcomes[0]?.leaf ?? new Uint8Array())?.kind).toBe(leafKinds.command);
    await chain.close();
    const { fault } = await verify(disk);
    expect(fault).toMatchObject({ block: 1, what: "container 0 is void: SIGNATURE_WRONG" });
  });

  it("are found where a log says void of what is sound", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const chain = await chainOf(disk, [await stored(1, command, { fault: "SIGNATURE_WRONG" })]);
    await chain.close();
    expect((await verify(disk)).fault).toMatchObject({ block: 0, what: "leaf 0 is not what execution gives" });
  });

  it("are never made of other bytes than the header's", async () => {
    const { header, batchId } = sceneContainer([command]);
    const open = (body: Uint8Array) => openContainer({ header, batchId, body }, checkContainer(header, body));
    expect(() => open(unsigned)).toThrow(RangeError);
    expect(() => openContainer({ header, batchId, body: second }, { lines: [undefined] })).toThrow(RangeError);
  });
});
