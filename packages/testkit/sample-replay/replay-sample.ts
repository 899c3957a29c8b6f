import { toHex } from "@mingbai/codec/hex";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import type { OrderedEnvelope } from "@mingbai/ledger/execute/block";
import { Replica } from "@mingbai/log/chain/replica";
import { type Random, random } from "../random.ts";
import { sampleDomain } from "../sample-domain/sample-domain.ts";
import { sampleCommand, samplePaymentBody, samplePayments } from "../sample-domain/sample-envelope.ts";
import { foundSample, sampleTimeMs } from "../sample-domain/sample-ledger.ts";

const blocks = 40;
const heightsABlock = 60;
const blockMs = 45_000;
const noHash = new Uint8Array(32);
/** Texts that a locale would order, fold or write otherwise. */
const texts = ["明白账", "İstanbul ıI", "straße", "é", "e\u0301", "𠮷", "z", "Z", "1.234,5", "\u2028"];

/**
 * A small history of the sample ledger made from `seed`, executed: accepted and refused commands, batches, deadlines,
 * full state roots. What comes out must be the same on every machine, in every zone, on every Node.
 */
export function replaySample(seed: number): { appHash: string; logRoot: string; stateRoot: string; refused: number } {
  const rng = random(seed);
  const { genesis } = foundSample();
  const replica = new Replica(createRegistry([sampleDomain]), genesis);
  let refused = 0;
  for (let block = 1; block <= blocks; block++) {
    const timeMs = sampleTimeMs + block * blockMs;
    const envelopes = Array.from({ length: 1 + rng.below(4) }, (_, at) =>
      anyEnvelope({ rng, chain: replica.chain, sequence: block * 8 + at - 7, timeMs }),
    );
    const header = { kind: 1, origin: 0, originSequence: block, expiryHeight: 9, bodyBytes: 0, units: 1 } as const;
    const { executed } = replica.apply({
      height: block * heightsABlock,
      timeMs,
      containers: [
        { header: { ...header, chainTag: noHash.slice(0, 8), bodyRoot: noHash }, batchId: noHash, envelopes },
      ],
    });
    refused += executed.filter(({ outcome }) => outcome.refusal !== undefined).length;
  }
  const { appHash, logRoot, stateRoot } = replica.head;
  return { appHash: toHex(appHash), logRoot: toHex(logRoot), stateRoot: toHex(stateRoot), refused };
}

interface Given {
  readonly rng: Random;
  readonly chain: Uint8Array;
  readonly sequence: number;
  readonly timeMs: number;
}

/** A command or a batch, one in three of them with something wrong. */
function anyEnvelope({ rng, chain, sequence, timeMs }: Given): OrderedEnvelope {
  const expiryMs = timeMs + 1_000 - (rng.chance(1, 12) ? 5_000 : 0);
  const header = { chain: rng.chance(1, 20) ? noHash : chain, sequence, expiryMs, lane: rng.below(2) };
  const text = rng.pick(texts);
  if (rng.chance(1, 4)) {
    const amounts = Array.from({ length: 1 + rng.below(20) }, () => rng.below(2 ** 32));
    return samplePayments(samplePaymentBody(amounts, { refused: [rng.below(40)] }), header);
  }
  if (rng.chance(1, 3)) return sampleCommand({ key: text }, { ...header, command: "sample.eraseNote" });
  const dueMs = rng.chance(1, 2) ? { dueMs: timeMs + rng.below(400_000) } : {};
  return sampleCommand({ key: text, text: rng.pick(texts).repeat(1 + rng.below(9)), ...dueMs }, header);
}
