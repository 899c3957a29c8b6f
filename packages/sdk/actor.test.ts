import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { describe, expect, it } from "vitest";
import { actAs, createClient, generateSigner } from "./index.ts";

const keyId = "00000000000000a1";
const signer = generateSigner("ed25519", new Uint8Array(32).fill(4));
const chain = {
  chain: "05".repeat(32),
  name: "Sample",
  demo: true,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  height: 1,
  timeMs: 1,
};

function sequenceOf(envelope: Uint8Array): number {
  const read = readEnvelope(envelope);
  if (typeof read === "string") throw new Error(read);
  return read.header.sequence;
}

/** A node that finds the number of the first transaction used, and the others' good. Calls `onAsked` before it says which number is next. */
function node(onAsked: (times: number) => Promise<void>) {
  const sent: number[] = [];
  let times = 0;
  const client = createClient({
    url: "http://node.example/",
    async fetch(input, init) {
      const { pathname } = new URL(String(input));
      if (pathname.endsWith("ledger.chain")) return Response.json(chain);
      if (pathname.endsWith("ledger.key")) {
        await onAsked(++times);
        return Response.json({ account: keyId, scheme: 1, inForce: true, nextSequence: times });
      }
      sent.push(sequenceOf(new Uint8Array(await new Response(init?.body).arrayBuffer())));
      const refused = sent.length === 1 ? { refused: "SEQUENCE_USED" } : {};
      return Response.json([{ status: "final", id: "", height: 2, timeMs: 2, ...refused }]);
    },
  });
  return { client, sent };
}

describe("an actor", () => {
  it("gives no number twice where others of its acts are signed while it asks which is next", async () => {
    const signed: Uint8Array[] = [];
    const { client, sent } = node(async (times) => {
      if (times === 1) return;
      for (let count = 0; count < 3; count++) signed.push((await actor.sign("sample.note", {})).bytes);
    });
    const actor = await actAs(client, { signer, keyId, commands: {} });
    expect(await actor.act("sample.note", {})).not.toHaveProperty("refused");
    expect(signed.map(sequenceOf)).toEqual([2, 3, 4]);
    expect(sent).toEqual([1, 5]);
  });
});
