import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { concat } from "@mingbai/codec/bytes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameReader } from "./frame-reader.ts";
import { proposalBytes, proposalItemBytes } from "./proposal-bytes.ts";
import { proposalFrame } from "./proposal-frame.ts";
import { ResponsePrepareProposalSchema, ResponseSchema } from "./proto/generated/abci_pb.js";

const anyItems = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.nat(9000).map((length) => new Uint8Array(length).fill(7)),
  ),
  { maxLength: 40 },
);

describe("proposalBytes", () => {
  it.each([
    [0, 2],
    [1, 3],
    [127, 129],
    [128, 131],
    [16_383, 16_386],
    [16_384, 16_388],
    [2_097_151, 2_097_155],
    [2_097_152, 2_097_157],
  ])("counts an item of %i bytes as %i", (itemBytes, counted) => {
    expect(proposalItemBytes(itemBytes)).toBe(counted);
  });

  it("is what the encoder writes", () => {
    fc.assert(
      fc.property(anyItems, (txs) => {
        const message = { $typeName: "mingbai.abci.ResponsePrepareProposal" as const, txs };
        expect(proposalBytes(txs)).toBe(toBinary(ResponsePrepareProposalSchema, message).length);
      }),
    );
  });
});

describe("proposalFrame", () => {
  it("is one frame whose message holds the items", () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const { frames } = new FrameReader().push(concat(...proposalFrame(items)));
        expect(frames).toHaveLength(1);
        const { value } = fromBinary(ResponseSchema, frames[0] ?? new Uint8Array());
        expect(value.case === "prepareProposal" ? value.value.txs.map((tx) => [...tx]) : value).toEqual(
          items.map((item) => [...item]),
        );
      }),
    );
  });

  it("copies no large item", () => {
    const item = new Uint8Array(100_000);
    expect(proposalFrame([new Uint8Array(3), item])).toContain(item);
  });
});
