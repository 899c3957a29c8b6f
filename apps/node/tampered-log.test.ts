import { bodyRecordEndBytes, signatureBytes } from "@mingbai/log/bodies/body-record";
import { type BlockRecord, decodeBlockRecord, encodeBlockRecord } from "@mingbai/log/chain/block-record";
import { Replica } from "@mingbai/log/chain/replica";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import { type ChainReport, verifyChain } from "@mingbai/sequencer/verify/verify-chain";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand, scenePayments, sceneRefused } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { beforeAll, describe, expect, it } from "vitest";
import { openSceneChain, sceneFolder, startSolo } from "./test-ledger-scene.ts";

/** What both logs of a ledger hold. */
interface Content {
  readonly blocks: readonly BlockRecord[];
  readonly bodies: readonly Uint8Array[];
}

const segmentBytes = 64 * 1024;
/** More than one group of lines. */
const longBatch = Array.from({ length: 300 }, (_, amount) => amount + 1);
/** Numbers of the blocks that the ledger below makes. */
const block = { note: 0, refused: 1, payments: 2, longPayments: 3, last: 4 } as const;
let honest: Content = { blocks: [], bodies: [] };

const openLog = (disk: SimulatedDisk, name: "blocks" | "bodies"): Promise<SegmentLog> =>
  openSegmentLog({ disk, folder: `${sceneFolder}/${name}`, segmentBytes });

async function readAll(log: SegmentLog): Promise<Uint8Array[]> {
  const payloads: Uint8Array[] = [];
  for await (const { payload } of log.records(0)) payloads.push(payload);
  return payloads;
}

beforeAll(async () => {
  const disk = simulatedDisk({ seed: 1 });
  const { solo } = startSolo(await openSceneChain(disk, undefined, { segmentBytes }));
  const transactions = [
    await sceneCommand({ key: "a", text: "b" }),
    await sceneRefused({ sequence: 2 }),
    await scenePayments([1, 2], { sequence: 3 }, [1]),
    await scenePayments(longBatch, { sequence: 4 }),
    await sceneCommand({ key: "c", text: "d" }, { sequence: 5 }),
  ];
  for (const { bytes } of transactions) await solo.submit(bytes);
  await solo.close();
  const blocks = (await readAll(await openLog(disk, "blocks"))).map(decodeBlockRecord);
  honest = { blocks, bodies: await readAll(await openLog(disk, "bodies")) };
});

/** Writes the content as logs whose every checksum is right, and verifies it from genesis. */
async function verify({ blocks, bodies }: Content): Promise<ChainReport> {
  const disk = simulatedDisk({ seed: 2 });
  const [blockLog, bodyLog] = [await openLog(disk, "blocks"), await openLog(disk, "bodies")];
  for (const record of blocks) blockLog.append(encodeBlockRecord(record));
  for (const body of bodies) bodyLog.append([body]);
  await Promise.all([blockLog.commit(), bodyLog.commit()]);
  const replica = new Replica(sceneRegistry, sceneGenesis);
  return verifyChain({ blocks: blockLog, bodies: bodyLog, replica, pool: sceneChecker });
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** The content with one block changed. */
function withBlock(number: number, change: (record: BlockRecord) => Partial<BlockRecord>): Content {
  return {
    ...honest,
    blocks: honest.blocks.map((record, at) => (at === number ? { ...record, ...change(record) } : record)),
  };
}

type Outcome = BlockRecord["outcomes"][number];
type Container = BlockRecord["containers"][number];

const withOutcome = (number: number, change: (outcome: Outcome) => Partial<Outcome>): Content =>
  withBlock(number, ({ outcomes }) => ({ outcomes: outcomes.map((one) => ({ ...one, ...change(one) })) }));
const withContainer = (number: number, change: (container: Container) => Partial<Container>): Content =>
  withBlock(number, ({ containers }) => ({ containers: containers.map((one) => ({ ...one, ...change(one) })) }));
const withInline = (at: number): Content =>
  withContainer(block.note, ({ inlineBody }) => ({ inlineBody: inlineBody && flipped(inlineBody, at) }));

const notGiven = /not what execution gives/;
const notItsBody = /body is not the one that its header names/;
const at = { expiryHeight: 24, signature: 230, body: 300 };
const originKept = 0;

const tamperings: readonly [string, number, RegExp, () => Content][] = [
  ["a leaf", block.note, notGiven, () => withOutcome(block.note, ({ leaf }) => ({ leaf: flipped(leaf, 40) }))],
  [
    "an event",
    block.note,
    notGiven,
    () =>
      withOutcome(block.note, ({ events }) => ({
        events: events.map(({ type, data }) => ({ type, data: { ...data, text: "x" } })),
      })),
  ],
  ["an event left out", block.note, notGiven, () => withOutcome(block.note, () => ({ events: [] }))],
  [
    "a refusal of an accepted one",
    block.note,
    notGiven,
    () =>
      withOutcome(block.note, () => ({
        refusal: honest.blocks[block.refused]?.outcomes[0]?.refusal ?? { refused: "" },
      })),
  ],
  ["the place of an outcome", block.note, notGiven, () => withOutcome(block.note, () => ({ place: [0, 1] }))],
  ["refused lines", block.payments, notGiven, () => withOutcome(block.payments, () => ({ refusedLines: [[2, 1]] }))],
  ["refused lines left out", block.payments, notGiven, () => withOutcome(block.payments, () => ({ refusedLines: [] }))],
  [
    "an outcome left out",
    block.payments,
    /0 leaves, not|leaves, not 0/,
    () => withBlock(block.payments, () => ({ outcomes: [] })),
  ],
  [
    "effects",
    block.payments,
    /effects is not/,
    () => withBlock(block.payments, ({ effects }) => ({ effects: flipped(effects, 0) })),
  ],
  [
    "the Merkle root",
    block.payments,
    /logRoot is not/,
    () => withBlock(block.payments, ({ logRoot }) => ({ logRoot: flipped(logRoot, 0) })),
  ],
  [
    "the state root",
    block.payments,
    /stateRoot is not/,
    () => withBlock(block.payments, ({ stateRoot }) => ({ stateRoot: flipped(stateRoot, 0) })),
  ],
  [
    "the app hash",
    block.last,
    /appHash is not/,
    () => withBlock(block.last, ({ appHash }) => ({ appHash: flipped(appHash, 31) })),
  ],
  [
    "the size of the log",
    block.last,
    /the log has 5 leaves, not 6/,
    () => withBlock(block.last, () => ({ logSize: 6 })),
  ],
  ["the time", block.last, notGiven, () => withBlock(block.last, ({ timeMs }) => ({ timeMs: timeMs + 1 }))],
  ["the height", block.last, notGiven, () => withBlock(block.last, ({ height }) => ({ height: height + 1 }))],
  ["a body in the block", block.note, notItsBody, () => withInline(at.body)],
  ["a sender's signature", block.note, notItsBody, () => withInline(at.signature)],
  [
    "a body in the body log",
    block.longPayments,
    notItsBody,
    () => ({ ...honest, bodies: honest.bodies.map((body) => flipped(body, 700)) }),
  ],
  [
    "group roots beside a body",
    block.longPayments,
    /group roots/,
    () => ({ ...honest, bodies: honest.bodies.map((body) => flipped(body, body.length - bodyRecordEndBytes - 1)) }),
  ],
  [
    "the header beside a body",
    block.longPayments,
    /another body/,
    () => ({ ...honest, bodies: honest.bodies.map((body) => flipped(body, body.length - signatureBytes - 1)) }),
  ],
  [
    "the origin's signature beside a body",
    block.longPayments,
    /signature kept with a body/,
    () => ({ ...honest, bodies: honest.bodies.map((body) => flipped(body, body.length - 1)) }),
  ],
  ["a body that is gone", block.longPayments, /records 0 to 1/, () => ({ ...honest, bodies: [] })],
  [
    "a container's header",
    block.note,
    /signature of origin 0/,
    () => withContainer(block.note, ({ header }) => ({ header: flipped(header, at.expiryHeight) })),
  ],
  [
    "an origin's signature",
    block.note,
    /signature of origin 0/,
    () => withContainer(block.note, ({ signature }) => ({ signature: flipped(signature, originKept) })),
  ],
  [
    "an origin that is no member",
    block.note,
    /origin 1 is no member/,
    () => withContainer(block.note, ({ header }) => ({ header: flipped(header, 6) })),
  ],
  ["a container left out", block.note, /leaves, not/, () => withBlock(block.note, () => ({ containers: [] }))],
];

describe("verify-chain", () => {
  it("finds nothing in a log that nobody touched", async () => {
    expect(honest.bodies).toHaveLength(1);
    expect(await verify(honest)).toEqual({ blocks: 5, transactions: 5, lines: 305, fault: undefined });
  });

  it.each(tamperings)("finds %s, in block %i", async (_, number, what, content) => {
    const { fault } = await verify(content());
    expect(fault).toMatchObject({ block: number, what: expect.stringMatching(what) });
  });

  it.each<[string, number, () => Content]>([
    ["dropped", 1, () => ({ ...honest, blocks: honest.blocks.filter((_, number) => number !== 1) })],
    [
      "doubled",
      2,
      () => ({
        ...honest,
        blocks: honest.blocks.flatMap((record, number) => (number === 1 ? [record, record] : record)),
      }),
    ],
    ["swapped", 1, () => ({ ...honest, blocks: [0, 2, 1, 3, 4].flatMap((number) => honest.blocks[number] ?? []) })],
  ])("finds a block that was %s", async (_, number, content) => {
    expect((await verify(content())).fault).toMatchObject({ block: number });
  });

  it("finds a record that is no block, and says where", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const [blocks, bodies] = [await openLog(disk, "blocks"), await openLog(disk, "bodies")];
    blocks.append([Uint8Array.of(2, 0, 0, 0, 123, 0)]);
    await blocks.commit();
    const replica = new Replica(sceneRegistry, sceneGenesis);
    expect(await verifyChain({ blocks, bodies, replica, pool: sceneChecker })).toMatchObject({ fault: { block: 0 } });
  });
});
