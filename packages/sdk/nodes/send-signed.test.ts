import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ProblemError, problemIn } from "../problem-error.ts";
import { answerMsMax, elsewhereAfterMs, type SignedRequest } from "./send-signed.ts";
import { answering, type Behaviour, clientOf, refusal } from "./test-nodes.ts";

const request: SignedRequest<string> = {
  path: "/api/commands/sample.write",
  mediaType: "application/json",
  body: "signed",
  async read(response) {
    if (response.ok) return { isDecided: true, answer: await response.text() };
    const problem = await problemIn(response);
    return { isDecided: problem.values.height !== undefined, problem };
  },
};
const says = (words: string): Behaviour => answering(() => new Response(words));
const refuses = (code: string, values?: object): Behaviour => answering(() => refusal(422, code, values));
const busy = answering(() => refusal(503, "BUSY"));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a client of these nodes gets, and whom it sent the bytes to, when so much time has passed. */
async function sending(behaviours: Record<string, Behaviour>, passedMs = 0) {
  const { client, sent } = clientOf(behaviours);
  const end = client.submitSigned(request).catch((fault: unknown) => fault);
  await vi.advanceTimersByTimeAsync(passedMs);
  const outcome = await end;
  const to = sent.map((one) => one.split(" ")[0]).join(" ");
  return { to, outcome: outcome instanceof ProblemError ? outcome.code : outcome };
}

describe("signed bytes", () => {
  it.each<[string, Record<string, Behaviour>, number, string, unknown]>([
    ["go to one node where it answers", { a: says("a"), b: says("b") }, 0, "a", "a"],
    ["go elsewhere at once where the connection breaks", { a: "gone", b: says("b") }, 0, "a b", "b"],
    ["go elsewhere at once where a node takes nothing", { a: busy, b: says("b") }, 0, "a b", "b"],
    ["go elsewhere after 2 s without an answer", { a: "hangs", b: says("b") }, elsewhereAfterMs, "a b", "b"],
    ["go on to the third after 2 s more", { a: "hangs", b: "hangs", c: says("c") }, elsewhereAfterMs * 2, "a b c", "c"],
    ["are refused by the node in hand alone", { a: refuses("TOO_LATE"), b: says("b") }, 0, "a", "TOO_LATE"],
    [
      "are refused by the ledger, whichever node says so",
      { a: "hangs", b: refuses("TOO_LATE", { height: 7 }) },
      elsewhereAfterMs,
      "a b",
      "TOO_LATE",
    ],
    [
      "are not refused by one later node that may be behind",
      { a: "hangs", b: refuses("KEY_UNKNOWN"), c: says("c") },
      elsewhereAfterMs,
      "a b c",
      "c",
    ],
    [
      "are refused where two later nodes say so",
      { a: "hangs", b: refuses("KEY_UNKNOWN"), c: refuses("KEY_UNKNOWN") },
      elsewhereAfterMs,
      "a b c",
      "KEY_UNKNOWN",
    ],
    [
      "are refused where nobody else is left",
      { a: "gone", b: refuses("KEY_UNKNOWN") },
      elsewhereAfterMs,
      "a b",
      "KEY_UNKNOWN",
    ],
    ["end in words where nobody answers", { a: "hangs", b: "hangs" }, answerMsMax, "a b", "NO_FINAL_ANSWER"],
  ])("%s", async (_words, behaviours, passedMs, to, outcome) => {
    expect(await sending(behaviours, passedMs)).toEqual({ to, outcome });
  });

  it("are sent round again while all nodes are busy", async () => {
    let answers = 0;
    const atLast = answering(() => (++answers < 3 ? refusal(503, "BUSY") : new Response("done")));
    expect(await sending({ a: busy, b: atLast }, 10_000)).toEqual({ to: "a b a b a b", outcome: "done" });
  });

  it("are not held back where the nodes say that it will be long", async () => {
    const handedOver = answering(() => {
      const answer = refusal(503, "HANDED_OVER");
      answer.headers.set("retry-after", "60");
      return answer;
    });
    expect(await sending({ a: handedOver })).toEqual({ to: "a", outcome: "HANDED_OVER" });
  });

  it("fail as a fetch does where no node can be reached", async () => {
    const { outcome } = await sending({ a: "gone", b: "gone" });
    expect(outcome).toBeInstanceOf(TypeError);
  });
});
