import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { transactionKinds } from "@mingbai/ledger/transaction/header";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import type { FinalAnswer } from "@mingbai/sequencer/answer";
import { Solo } from "@mingbai/sequencer/solo/solo";
import { deepCount } from "@mingbai/testkit/deep";
import { inThreadChecker } from "@mingbai/testkit/in-thread-checker";
import { random, runSeed } from "@mingbai/testkit/random";
import { sampleEnvelopeBytes, samplePaymentBody } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type CrashImage, crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { soloChain } from "./solo-chain.ts";

const seed = runSeed();
const folder = "ledger";
const segmentBytes = 256 * 1024;
const submissions = 8;
const timeoutMs = deepCount(60_000, 900_000);
const nodeKey = generateSigner("ed25519", new Uint8Array(32));

/** What was acknowledged, and the app hash after every height that was reached. */
interface Known {
  readonly answers: Map<string, FinalAnswer>;
  readonly appHashes: Map<number, string>;
}

interface Node {
  readonly chain: LedgerChain;
  readonly solo: Solo;
  readonly failed: Promise<Error>;
}

async function openNode(disk: SimulatedDisk): Promise<Node> {
  const { registry, genesis } = foundSample(undefined, { quotaUnitsPerMinute: 1_000_000 });
  await disk.makeFolder(folder);
  const chain = await LedgerChain.open({ disk, folder, segmentBytes, replica: new Replica(registry, genesis) });
  const { promise: failed, resolve } = Promise.withResolvers<Error>();
  let nowMs = sampleTimeMs + chain.head.height;
  const solo = new Solo({
    chain: soloChain({ ledger: chain, nodeKey }),
    pool: inThreadChecker,
    now: () => ++nowMs,
    onFatal: resolve,
  });
  return { chain, solo, failed };
}

/** A batch that is stored in the body log, small ones in the block record, and a command. */
function submission(number: number): Uint8Array<ArrayBuffer> {
  const given = {
    sequence: number + 1,
    expiryMs: sampleTimeMs + 3_600_000,
    chain: foundSample(undefined, { quotaUnitsPerMinute: 1_000_000 }).chain,
  };
  const lines = number % 3 === 0 ? 1_100 : 5;
  const body = samplePaymentBody(Array.from({ length: lines }, (_, line) => 1 + ((line * 7 + number) % 50)));
  return sampleEnvelopeBytes(body, { ...given, kind: transactionKinds.payments, command: "sample.pay" });
}

async function runWorkload(disk: SimulatedDisk, known: Known): Promise<void> {
  const { chain, solo, failed } = await openNode(disk);
  for (let number = 0; number < submissions; number++) {
    const answers = await Promise.race([
      solo.submit(submission(number)),
      failed.then((error) => Promise.reject(error)),
    ]);
    known.appHashes.set(chain.head.height, toHex(chain.head.appHash));
    for (const answer of answers) if (answer.status === "final") known.answers.set(answer.id, answer);
  }
  await solo.close();
}

async function runUntilCrash(disk: SimulatedDisk): Promise<Known> {
  const known: Known = { answers: new Map(), appHashes: new Map() };
  try {
    await runWorkload(disk, known);
  } catch (error) {
    if (!disk.crashed) throw error;
  }
  return known;
}

/** Everything acknowledged is there with its place, the head is one that the whole run passes, and work goes on. */
async function expectSound(disk: SimulatedDisk, known: Known, whole: Known): Promise<void> {
  const { chain, solo } = await openNode(disk);
  const { head } = chain;
  if (head.height > 0) expect(toHex(head.appHash)).toBe(whole.appHashes.get(head.height));
  for (const answer of known.answers.values()) {
    const found = await chain.findOutcome(answer.id);
    expect(found && { height: found.record.height, logIndex: await chain.findLogIndex(answer.id) }).toEqual({
      height: answer.height,
      logIndex: answer.logIndex,
    });
  }
  const again = await solo.submit(submission(0));
  expect(again).toMatchObject([{ status: "final" }]);
  const fresh = await solo.submit(submission(submissions));
  expect(fresh).toMatchObject([{ status: "final" }]);
  expect(fresh[0]).not.toHaveProperty("refused");
  await solo.close();
}

describe(`a ledger whose machine loses power (seed ${seed})`, () => {
  it(
    "loses nothing that it acknowledged, whatever survived, and goes on",
    async () => {
      const first = simulatedDisk({ seed });
      const whole = await runUntilCrash(first);
      expect(whole.answers.size).toBe(submissions);
      const points = first.trace.length;
      const rng = random(seed);
      for (const { operation, when, image } of pickCrashes(points, rng)) {
        const disk = simulatedDisk({ seed, faults: { crashAt: { operation, when } } });
        const known = await runUntilCrash(disk);
        const survived = disk.crash(image);
        await expectSound(survived, known, whole).catch((error) => {
          throw new Error(
            `seed ${seed}, crash ${when} operation ${operation} (${first.trace[operation - 1]}), ${JSON.stringify(image)}: ${error.message}`,
            { cause: error },
          );
        });
      }
    },
    timeoutMs,
  );

  it(
    "stands a second crash while it recovers from the first",
    async () => {
      const whole = await runUntilCrash(simulatedDisk({ seed }));
      const rng = random(seed + 1);
      for (let round = 0; round < deepCount(20, 400); round++) {
        const disk = simulatedDisk({ seed, faults: { crashAt: { operation: 10 + rng.below(40), when: "after" } } });
        const known = await runUntilCrash(disk);
        const recovering = disk.crash(rng.pick(crashImages));
        recovering.setFaults({ crashAt: { operation: 1 + rng.below(12), when: "before" } });
        await openNode(recovering).catch((error) => {
          if (!recovering.crashed) throw error;
        });
        await expectSound(recovering.crash(rng.pick(crashImages)), known, whole);
      }
    },
    timeoutMs,
  );

  it("acknowledges nothing once a write or a sync has failed", async () => {
    const whole = await runUntilCrash(simulatedDisk({ seed }));
    for (const kind of ["write", "sync"] as const) {
      for (let nth = 3; nth < deepCount(10, 40); nth++) {
        const disk = simulatedDisk({ seed, faults: { failAt: { kind, nth, code: "DISK_FAILED" } } });
        const known: Known = { answers: new Map(), appHashes: new Map() };
        await runWorkload(disk, known).catch(() => "the node stopped, as it must");
        await expectSound(disk.kill(), known, whole);
      }
    }
  });
});

interface Crash {
  readonly operation: number;
  readonly when: "before" | "after";
  readonly image: CrashImage;
}

/** A seeded choice among all points and images. */
function pickCrashes(points: number, rng: ReturnType<typeof random>): Crash[] {
  return Array.from({ length: deepCount(60, 300) }, () => ({
    operation: 1 + rng.below(points),
    when: rng.pick(["before", "after"] as const),
    image: rng.pick(crashImages),
  }));
}
