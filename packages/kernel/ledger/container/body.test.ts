import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { sampleEnvelopeBytes, samplePaymentBody } from "@mingbai/testkit/sample-domain/sample-envelope";
import { describe, expect, it } from "vitest";
import { type Envelope, findBodyFault } from "../transaction/envelope.ts";
import { transactionKinds } from "../transaction/header.ts";
import { bodyRoot, findEnvelopes } from "./body.ts";
import { containerKinds } from "./container.ts";

const seed = runSeed();
const first = sampleEnvelopeBytes(canonicalBytes({ key: "a", text: "x" }));
const second = sampleEnvelopeBytes(canonicalBytes({ key: "b", text: "yy" }), { sequence: 2 });
const batch = sampleEnvelopeBytes(samplePaymentBody([1, 2]), {
  kind: transactionKinds.payments,
  command: "sample.pay",
});
const { payments, gathered, inline } = containerKinds;

function matchHeaders(envelopes: readonly Envelope[]): boolean {
  return envelopes.every((envelope) => findBodyFault(envelope) === undefined);
}

/** The envelopes found and their digest; undefined where the bytes are no body of that kind. */
function digest(kind: 0 | 1 | 2, body: Uint8Array): string | undefined {
  const envelopes = findEnvelopes(kind, body);
  return envelopes && toHex(bodyRoot(kind, body, envelopes));
}

describe("a container's body", () => {
  it.each([
    ["one batch", payments, batch, 1],
    ["one command", inline, first, 1],
    ["two commands", gathered, concat(first, second), 2],
    ["a batch among commands", gathered, concat(first, batch, second), 3],
  ] as const)("holds %s", (_, kind, body, count) => {
    const envelopes = findEnvelopes(kind, body) ?? [];
    expect(envelopes.length).toBe(count);
    expect(envelopes.reduce((sum, { length }) => sum + length, 0)).toBe(body.length);
    expect(matchHeaders(envelopes)).toBe(true);
  });

  it.each([
    ["nothing", gathered, new Uint8Array()],
    ["nothing, of payments", payments, new Uint8Array()],
    ["two batches in a payments container", payments, concat(batch, batch)],
    ["a byte too many", gathered, concat(first, new Uint8Array(1))],
    ["a byte too few", gathered, concat(first, second).subarray(0, first.length + second.length - 1)],
    ["zeros between", gathered, concat(first, new Uint8Array(64), second)],
  ] as const)("is not %s", (_, kind, body) => {
    expect(findEnvelopes(kind, body)).toBeUndefined();
  });

  it("does not match its header when a byte of a command or a line differs", () => {
    const lines = batch.with(batch.length - 1, 1);
    const command = first.with(first.length - 1, 0);
    for (const body of [lines, command]) expect(matchHeaders(findEnvelopes(gathered, body) ?? [])).toBe(false);
  });

  it(`is named by every byte but the lines of a payments container, which its header names (seed ${seed})`, () => {
    const rng = random(seed);
    const linesAt = batch.length - 3 * 64;
    for (let round = 0; round < deepCount(200, 5_000); round++) {
      const at = rng.below(batch.length);
      const changed = batch.with(at, (batch[at] ?? 0) ^ (1 << rng.below(8)));
      expect({ at, same: digest(gathered, changed) === digest(gathered, batch) }).toEqual({ at, same: false });
      expect({ at, same: digest(payments, changed) === digest(payments, batch) }).toEqual({ at, same: at >= linesAt });
      const envelopes = findEnvelopes(payments, changed);
      if (at >= linesAt) expect(matchHeaders(envelopes ?? [])).toBe(false);
    }
  });

  it(`reads arbitrary bytes as envelopes that fill them, or as nothing (seed ${seed})`, () => {
    const rng = random(seed);
    const whole = concat(first, batch, second);
    for (let round = 0; round < deepCount(5_000, 100_000); round++) {
      const bytes = whole.slice(0, rng.chance(1, 2) ? whole.length : rng.below(whole.length));
      for (let change = rng.below(4); change > 0 && bytes.length > 0; change--)
        bytes[rng.below(bytes.length)] = rng.below(256);
      const found = findEnvelopes(gathered, bytes);
      if (found) expect(found.reduce((sum, { length }) => sum + length, 0)).toBe(bytes.length);
    }
  });

  it("of payments has no digest without its one envelope", () => {
    expect(() => bodyRoot(payments, batch, [])).toThrow(RangeError);
  });
});
