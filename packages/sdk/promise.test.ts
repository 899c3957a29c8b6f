import { toBase64 } from "@mingbai/codec/base64";
import { concat, equalBytes } from "@mingbai/codec/bytes";
import { encodePromise } from "@mingbai/ledger/availability/promise";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { elsewhereAfterMs } from "./nodes/send-signed.ts";
import { answering, type Behaviour, clientOf, refusal } from "./nodes/test-nodes.ts";
import { findPromise, formatPromise, type NodePromise } from "./promise.ts";
import type { SignedTransaction } from "./sign-transaction.ts";
import { submitCommand } from "./submit-command.ts";

const [first, second] = await Promise.all(
  [1, 2].map((sequence) => sceneCommand({ key: "a", text: "b" }, { sequence })),
);
if (first === undefined || second === undefined) throw new Error("nothing was signed");
const stranger = await sceneCommand({ key: "a", text: "stranger" });
const final = { status: "final", id: "", height: 1, timeMs: 1, logIndex: 0, units: 1, refusedLines: [] };

const received = ({ id }: SignedTransaction, node: number) => ({
  status: "received",
  id: "",
  promise: toBase64(encodePromise({ epoch: 0, node, byHeight: 9, id, signature: new Uint8Array(64) })),
});

/** A node that says this early to whoever asks for it, and `last` then. */
function promising(early: unknown, last: () => Response | Promise<Response>): Behaviour {
  return answering((_, { headers }) =>
    new Headers(headers).get("prefer") === "respond-async" ? Response.json(early, { status: 202 }) : last(),
  );
}

const never = () => new Promise<Response>(() => undefined);
const madeBy = (heard: readonly NodePromise[]) => heard.map((one) => findPromise(formatPromise(one))?.promise.node);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("promises of nodes", () => {
  it("are heard before what is final, each with its own transaction; the same bytes follow", async () => {
    const answers = [received(second, 2), final, received(first, 1)];
    const { client, sent } = clientOf({ a: promising(answers, () => Response.json([final, final])) });
    const heard: NodePromise[] = [];
    const both = concat(first.bytes, second.bytes);
    expect(await client.submit(both, { onPromise: (promise) => heard.push(promise) })).toEqual([final, final]);
    expect(sent).toEqual(["a POST /api/transactions", "a POST /api/transactions"]);
    const found = heard.map((promise) => findPromise(formatPromise(promise)));
    expect(found.map((one) => one?.header.sequence)).toEqual([2, 1]);
    expect(equalBytes(found[0]?.promise.id ?? new Uint8Array(), second.id)).toBe(true);
  });

  it("are heard of each node that the bytes go to", async () => {
    const { client, sent } = clientOf({
      a: promising(received(first, 1), never),
      b: promising(received(first, 2), () => Response.json(final)),
    });
    const heard: NodePromise[] = [];
    const end = submitCommand(client, first, { onPromise: (promise) => heard.push(promise) });
    await vi.advanceTimersByTimeAsync(elsewhereAfterMs);
    expect(await end).toEqual(final);
    expect(madeBy(heard)).toEqual([1, 2]);
    expect(sent.map((one) => one.split(" ")[0]).join(" ")).toBe("a a b b");
  });

  it("are not asked for unless somebody hears them", async () => {
    const { client, sent } = clientOf({ a: promising(received(first, 1), () => Response.json(final)) });
    expect(await submitCommand(client, first)).toEqual(final);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Behaviour, unknown]>([
    ["a node that has its answer at once", answering(() => Response.json(final)), final],
    ["a node that refuses", answering(() => refusal(422, "TOO_LATE")), "TOO_LATE"],
    ["a promise of something else", promising(received(stranger, 1), () => Response.json(final)), final],
    ["what is no promise", promising({ status: "received", promise: "AAAA" }, () => Response.json(final)), final],
  ])("are not heard of %s", async (_, behaviour, outcome) => {
    const heard: NodePromise[] = [];
    const { client } = clientOf({ a: behaviour });
    const end = submitCommand(client, first, { onPromise: (promise) => heard.push(promise) });
    expect(await end.catch(({ code }: { code: string }) => code)).toEqual(outcome);
    expect(heard).toEqual([]);
  });
});
