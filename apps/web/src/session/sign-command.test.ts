import { createClient, generateSigner } from "@mingbai/sdk/index";
import { describe, expect, it } from "vitest";
import { signAndSubmit } from "./sign-command.ts";

const keyId = "00000000000000a1";
const key = { keyId, signer: generateSigner("ed25519", new Uint8Array(32).fill(4)) };
const act = { command: "sample.write", input: { text: "hello" } };
const accepted = {
  status: "final",
  id: "ab".repeat(32),
  height: 1,
  timeMs: 1,
  logIndex: 0,
  units: 1,
  refusedLines: [],
};
const used = { code: "SEQUENCE_USED", status: 409, detailEn: "used", detailZh: "用过" };
const refused = { code: "TOO_LATE", status: 422, detailEn: "Too late.", detailZh: "晚了" };

/** A node that answers acts as told, in turn, and says what it was sent. */
function nodeThat(answers: readonly ("away" | object)[]) {
  const sent: { sequence: number; header: string }[] = [];
  const turns = [...answers];
  let next = 7;
  const client = createClient({
    url: "http://node.example",
    async fetch(input, init) {
      const { pathname } = new URL(String(input));
      if (pathname.endsWith("/ledger.chain")) return Response.json(chain);
      if (pathname.endsWith("/ledger.key")) {
        return Response.json({ account: keyId, scheme: 1, inForce: true, nextSequence: next });
      }
      const { header } = JSON.parse(String(init?.body)) as { header: string };
      const bytes = Uint8Array.from(atob(header), (char) => char.charCodeAt(0));
      sent.push({ sequence: new DataView(bytes.buffer).getUint32(24, true), header });
      const answer = turns.shift() ?? accepted;
      if (answer === "away") throw new TypeError("fetch failed");
      if (answer !== refused) next++;
      const status = "status" in answer && typeof answer.status === "number" ? answer.status : 200;
      return Response.json(answer, { status });
    },
  });
  return { client, sent };
}

const chain = {
  chain: "05".repeat(32),
  name: "Sample",
  demo: true,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  height: 1,
  timeMs: 1_000,
};

describe("signing in a page", () => {
  it("takes the next number, and resolves when the act is final", async () => {
    const { client, sent } = nodeThat([]);
    expect(await signAndSubmit(client, key, act)).toEqual(accepted);
    expect(sent.map(({ sequence }) => sequence)).toEqual([7]);
  });

  it("numbers acts that are asked for at once one after another", async () => {
    const { client, sent } = nodeThat([]);
    await Promise.all([act, act, act].map((one) => signAndSubmit(client, key, one)));
    expect(sent.map(({ sequence }) => sequence)).toEqual([7, 8, 9]);
  });

  it("takes another number where another page has used this one", async () => {
    const { client, sent } = nodeThat([used, used]);
    expect(await signAndSubmit(client, key, act)).toEqual(accepted);
    expect(sent.map(({ sequence }) => sequence)).toEqual([7, 8, 9]);
  });

  it("sends the same bytes again where the connection broke, so that it counts once", async () => {
    const { client, sent } = nodeThat(["away", "away"]);
    expect(await signAndSubmit(client, key, act)).toEqual(accepted);
    expect(new Set(sent.map(({ header }) => header)).size).toBe(1);
  });

  it.each([
    ["the ledger refuses", [refused], { code: "TOO_LATE", message: "Too late.", detailZh: "晚了" }],
    ["the number is always taken", [used, used, used], { code: "SEQUENCE_USED" }],
    ["no answer comes", ["away", "away", "away"], { code: "NO_CONNECTION" }],
  ] as const)(
    "throws a problem in both languages where %s, and goes on with the next",
    async (_why, answers, problem) => {
      const { client } = nodeThat(answers);
      await expect(signAndSubmit(client, key, act)).rejects.toMatchObject({ name: "ProblemError", ...problem });
      expect(await signAndSubmit(client, key, act)).toEqual(accepted);
    },
  );
});
