import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { TransactionHeader } from "@mingbai/ledger/transaction/header";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import type { Answer } from "@mingbai/sequencer/answer";
import { Solo } from "@mingbai/sequencer/solo/solo";
import { deepCount } from "@mingbai/testkit/deep";
import { inThreadChecker } from "@mingbai/testkit/in-thread-checker";
import { random, runSeed } from "@mingbai/testkit/random";
import { sampleEnvelopeBytes } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { soloChain } from "./solo-chain.ts";

const seed = runSeed();
const timeoutMs = deepCount(60_000, 900_000);
const sample = foundSample(undefined, { quotaUnitsPerMinute: 1_000_000_000 });
const hourMs = 3_600_000;

/** A node that can be stopped and opened again on the same disk. */
class TestNode {
  readonly #disk = simulatedDisk({ seed });
  #solo: Solo | undefined;
  #nowMs = sampleTimeMs;

  async start(): Promise<void> {
    const replica = new Replica(sample.registry, sample.genesis);
    await this.#disk.makeFolder("ledger");
    const ledger = await LedgerChain.open({ disk: this.#disk, folder: "ledger", segmentBytes: 1024 * 1024, replica });
    const chain = soloChain({ ledger, nodeKey: generateSigner("ed25519", new Uint8Array(32)) });
    const onFatal = (error: Error) => Promise.reject(error);
    this.#solo = new Solo({ chain, pool: inThreadChecker, now: () => this.#nowMs++, onFatal });
  }

  async restart(): Promise<void> {
    await this.#solo?.close();
    await this.start();
  }

  async submit(bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const [answer] = (await this.#solo?.submit(bytes.slice())) ?? [];
    if (answer === undefined) throw new Error("no answer");
    return answer;
  }

  close(): Promise<void> | undefined {
    return this.#solo?.close();
  }
}

function note(text: string, given: Partial<TransactionHeader>): Uint8Array<ArrayBuffer> {
  const header = { chain: sample.chain, expiryMs: sampleTimeMs + hourMs, command: "sample.writeNote", ...given };
  return sampleEnvelopeBytes(canonicalBytes({ key: "k", text }), header);
}

async function startedNode(): Promise<TestNode> {
  const node = new TestNode();
  await node.start();
  return node;
}

describe("what is sent again, or should not have been sent", () => {
  it.each<[string, Partial<TransactionHeader>, string]>([
    ["another ledger's chain", { sequence: 1, chain: new Uint8Array(32).fill(9) }, "CHAIN_WRONG"],
    ["an unknown key", { sequence: 1, keyId: "00000000000000ff" }, "KEY_UNKNOWN"],
    ["other bytes of a known key's number", { sequence: 1, publicKey: new Uint8Array(32).fill(8) }, "KEY_UNKNOWN"],
    ["an expiry that has passed", { sequence: 1, expiryMs: sampleTimeMs - 1 }, "EXPIRED"],
    ["a number 1,024 ahead", { sequence: 1_025 }, "SEQUENCE_TOO_FAR"],
    ["2^53 − 1 as a number", { sequence: Number.MAX_SAFE_INTEGER }, "SEQUENCE_TOO_FAR"],
    ["zero as a number", { sequence: 0 }, "SEQUENCE_USED"],
  ])("%s is not admitted, and locks nobody out", async (_, given, code) => {
    const node = await startedNode();
    expect(await node.submit(note("a", given))).toMatchObject({ status: "not admitted", refused: code });
    expect(await node.submit(note("a", { sequence: 1 }))).toMatchObject({ status: "final", height: 1 });
    await node.close();
  });

  it("answers the same bytes with the first receipt: at once, later, and after a restart", async () => {
    const node = await startedNode();
    const bytes = note("a", { sequence: 1 });
    const [first, second] = await Promise.all([node.submit(bytes), node.submit(bytes)]);
    expect(second).toEqual(first);
    expect(await node.submit(bytes)).toEqual(first);
    await node.restart();
    expect(await node.submit(bytes)).toEqual(first);
    expect(await node.submit(note("b", { sequence: 1 }))).toMatchObject({ refused: "SEQUENCE_USED" });
    await node.close();
  });

  it("keeps a refusal for ever: the same bytes get the same answer, the number is used", async () => {
    const node = await startedNode();
    const refused = note("a", { sequence: 1, command: "sample.none" });
    const first = await node.submit(refused);
    expect(first).toMatchObject({ status: "final", refused: "COMMAND_UNKNOWN" });
    await node.restart();
    expect(await node.submit(refused)).toEqual(first);
    expect(await node.submit(note("b", { sequence: 1 }))).toMatchObject({ refused: "SEQUENCE_USED" });
    await node.close();
  });

  it(
    `executes each once or refuses it for ever, in any order, with repeats and restarts (seed ${seed})`,
    async () => {
      const rng = random(seed);
      const node = await startedNode();
      const first = new Map<string, Answer>();
      const used = new Map<number, string>();
      for (let request = 0; request < deepCount(1_500, 100_000); request++) {
        if (rng.chance(1, deepCount(300, 20_000))) await node.restart();
        const sequence = 1 + rng.below(deepCount(900, 60_000));
        const text = rng.pick(["a", "b"]);
        const answer = await node.submit(note(text, { sequence, lane: 0 }));
        const name = `${sequence} ${text}`;
        if (answer.refused === "SEQUENCE_TOO_FAR") continue;
        if (used.get(sequence) === undefined) used.set(sequence, name);
        if (used.get(sequence) === name) expect(answer, `seed ${seed}, ${name}`).toEqual(first.get(name) ?? answer);
        else expect(answer, `seed ${seed}, ${name}`).toMatchObject({ refused: "SEQUENCE_USED" });
        if (!first.has(name)) first.set(name, answer);
      }
      const executed = [...first.values()].filter(({ status, refused }) => status === "final" && refused === undefined);
      expect(executed.length).toBe(used.size);
      await node.close();
    },
    timeoutMs,
  );
});
