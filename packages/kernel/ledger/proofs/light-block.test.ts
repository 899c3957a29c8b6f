import { readFileSync } from "node:fs";
import { utf8 } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { findRoster } from "../genesis/roster.ts";
import { judgeLightBlock } from "./light-block.ts";
import { verifyEd25519 } from "./verify-ed25519.ts";

interface Block {
  readonly lastHeight: number;
  readonly logSize: number;
  readonly logRoot: string;
  readonly effects: string;
  readonly stateRoot: string;
  readonly rosterHash: string;
  readonly signedHeader: unknown;
}

interface Vectors {
  readonly roster: unknown;
  readonly blocks: readonly { readonly name: string; readonly block: Block; readonly fault?: string }[];
}

const file = new URL("../../../../docs/spec/vectors/light-blocks.json", import.meta.url);
const vectors: Vectors = JSON.parse(readFileSync(file, "utf8"));
const members = findRoster(utf8(JSON.stringify(vectors.roster)));

function judge({ lastHeight, logSize, logRoot, effects, stateRoot, rosterHash, signedHeader }: Block) {
  if (members === undefined) throw new SyntaxError("the vectors have no roster");
  return judgeLightBlock({
    signed: signedHeader,
    log: {
      lastHeight,
      logSize,
      logRoot: fromHex(logRoot),
      effects: fromHex(effects),
      stateRoot: fromHex(stateRoot),
      rosterHash: fromHex(rosterHash),
    },
    roster: members,
    verify: verifyEd25519,
  });
}

describe("a header that consensus signed", () => {
  it.each(vectors.blocks)("is judged by its header, its votes and the log that it seals: $name", ({ block, fault }) => {
    expect(judge(block).fault).toBe(fault);
  });

  it.each([undefined, null, "", 7, [], {}, { header: {}, commit: {} }])(
    "is malformed where it is none: %j",
    (signedHeader) => {
      const [first] = vectors.blocks;
      if (first === undefined) throw new SyntaxError("the vectors have no block");
      expect(judge({ ...first.block, signedHeader })).toEqual({ fault: "LIGHT_MALFORMED" });
    },
  );
});
