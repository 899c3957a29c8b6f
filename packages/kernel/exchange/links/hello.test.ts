import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeHello, findHello, helloBytes } from "./hello.ts";
import { refusals } from "./link-fault.ts";

const lane = fc.constantFrom("urgent" as const, "bulk" as const);
const epoch = fc.integer({ min: 0, max: 0xffff_ffff });
const linkId = fc.uint8Array({ minLength: 8, maxLength: 8 });
const chain = fc.uint8Array({ minLength: 32, maxLength: 32 });
const hello = fc.record(
  { lane, epoch, linkId, chain, refusal: fc.constantFrom(...refusals) },
  { requiredKeys: ["lane", "epoch", "linkId", "chain"] },
);

describe("a hello", () => {
  it("is read as it was written, in 52 bytes", () => {
    fc.assert(
      fc.property(hello, (said) => {
        const bytes = encodeHello(said);
        expect(bytes.length).toBe(helloBytes);
        expect(findHello(bytes)).toEqual(said);
      }),
    );
  });

  it("is answered for any bytes without a throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), hello, (bytes, said) => {
        expect(findHello(bytes)).toHaveProperty("fault");
        const changed = encodeHello(said);
        changed.set(bytes.subarray(0, 12));
        findHello(changed);
      }),
    );
  });

  it("keeps the numbers of its refusals: other nodes know them", () => {
    expect(refusals).toEqual([
      "KEY_NOT_SHOWN",
      "KEY_NOT_PINNED",
      "HELLO_MALFORMED",
      "WRONG_VERSION",
      "WRONG_CHAIN",
      "NOT_YOURS_TO_DIAL",
      "LANE_ALONE",
    ]);
  });

  it.each([
    { what: "a short chain", part: { chain: new Uint8Array(31) } },
    { what: "a long link id", part: { linkId: new Uint8Array(9) } },
    { what: "an epoch beyond 32 bits", part: { epoch: 2 ** 32 } },
  ])("cannot be written with $what", ({ part }) => {
    const whole = { lane: "bulk", epoch: 0, linkId: new Uint8Array(8), chain: new Uint8Array(32) } as const;
    expect(() => encodeHello({ ...whole, ...part })).toThrow(RangeError);
  });
});
