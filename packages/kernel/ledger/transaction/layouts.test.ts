import { utf8 } from "@mingbai/codec/bytes";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { sampleEnvelopeBytes, sampleHeader } from "@mingbai/testkit/sample-domain/sample-envelope";
import { describe, expect, it } from "vitest";
import { encodeContainerHeader, findContainerHeader } from "../container/container.ts";
import { encodeLeaf, findLeaf } from "../execute/leaf.ts";
import { encodeEnvelope, readEnvelope } from "./envelope.ts";
import { encodeHeader, findHeader } from "./header.ts";

const seed = runSeed();
const hash = new Uint8Array(32);
const container = { kind: 1, origin: 1, originSequence: 2, expiryHeight: 3, bodyBytes: 4, units: 5 } as const;
const leaf = { kind: 1, result: 0, height: 1, timeMs: 2, index: 3, units: 4 } as const;
const leafHashes = { id: hash, batchId: hash, linesRoot: hash, resultsRoot: hash, eventsRoot: hash, rosterHash: hash };

/** Writes again what was read; undefined where nothing was. */
const layouts = [
  {
    name: "transaction header",
    good: encodeHeader(sampleHeader()),
    again: (bytes: Uint8Array) => {
      const read = findHeader(bytes);
      return read && encodeHeader(read);
    },
  },
  {
    name: "container header",
    good: encodeContainerHeader({ ...container, chainTag: new Uint8Array(8), bodyRoot: hash }),
    again: (bytes: Uint8Array) => {
      const read = findContainerHeader(bytes);
      return read && encodeContainerHeader(read);
    },
  },
  {
    name: "leaf",
    good: encodeLeaf({ ...leaf, ...leafHashes }),
    again: (bytes: Uint8Array) => {
      const read = findLeaf(bytes);
      return read && encodeLeaf(read);
    },
  },
  {
    name: "envelope",
    good: sampleEnvelopeBytes(utf8("{}")),
    again: (bytes: Uint8Array) => {
      const read = readEnvelope(bytes);
      if (typeof read === "string") return undefined;
      return encodeEnvelope({ header: read.headerBytes, signature: read.signature, body: read.body });
    },
  },
];

describe.each(layouts)("the layout of a $name", ({ good, again }) => {
  it("writes what it reads", () => {
    expect(again(good)).toEqual(good);
  });

  it(`reads arbitrary damage as nothing or writes it back byte for byte (seed ${seed})`, () => {
    const rng = random(seed);
    for (let round = 0; round < deepCount(5_000, 100_000); round++) {
      const bytes = rng.chance(1, 10) ? rng.bytes(rng.below(400)) : good.slice();
      for (let change = rng.below(4); change > 0; change--) bytes[rng.below(bytes.length)] = rng.below(256);
      const written = again(bytes);
      if (written !== undefined && !written.every((byte, at) => byte === bytes[at])) {
        expect(written).toEqual(bytes);
      }
    }
  });
});
