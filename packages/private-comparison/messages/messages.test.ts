import { deepCount } from "@mingbai/testkit/deep";
import { fuzz, mutateBytes } from "@mingbai/testkit/fuzz";
import { runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { makeAsk } from "../asking/make-ask.ts";
import { inventedNumber, peopleOf, registry, signAs, testComparison } from "../test-comparison.ts";
import { encodeAnswer, findAnswer } from "./answer.ts";
import { encodeAsk, findAsk } from "./ask.ts";
import { encodeOffer, findOffer } from "./offer.ts";

const comparison = await testComparison({ items: peopleOf(0, 3) });
const ask = await makeAsk({ offer: comparison.made.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
const answer = await comparison.answer(ask.bytes);
if (typeof answer === "string") throw new Error(answer);

function readAsk(bytes: Uint8Array): Uint8Array | undefined {
  const found = findAsk(bytes);
  return found && encodeAsk(found.ask, found.signature);
}

function readAnswer(bytes: Uint8Array): Uint8Array | undefined {
  const found = findAnswer(bytes);
  return found && encodeAnswer(found);
}

function readOffer(bytes: Uint8Array): Uint8Array | undefined {
  const found = findOffer(bytes);
  return found && encodeOffer(found.offer, found.signature);
}

const kinds = [
  { kind: "offer", bytes: comparison.made.offerBytes, again: readOffer },
  { kind: "ask", bytes: ask.bytes, again: readAsk },
  { kind: "answer", bytes: answer, again: readAnswer },
];
const seed = runSeed();

describe("messages", () => {
  it.each(kinds)("$kind is read as it was written, and refused a byte short or long", ({ bytes, again }) => {
    expect(again(bytes)).toEqual(bytes);
    expect(again(bytes.subarray(0, -1))).toBeUndefined();
    expect(again(Uint8Array.of(...bytes, 0))).toBeUndefined();
  });

  it.each(kinds)(
    `$kind of arbitrary bytes is refused, or read as the one thing that it spells (seed ${seed})`,
    async (one) => {
      await fuzz({
        seed,
        count: deepCount(200, 20_000),
        make: (draw) => mutateBytes(draw, [one.bytes]),
        judge: (bytes) => {
          const again = one.again(bytes);
          if (again !== undefined) expect(Buffer.compare(again, bytes)).toBe(0);
        },
      });
    },
  );
});
