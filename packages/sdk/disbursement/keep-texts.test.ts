import { findSaltedBytes, requestBytesMax } from "@mingbai/http/contents-views";
import { describe, expect, it } from "vitest";
import { createClient } from "../client.ts";
import { keepTexts } from "./keep-texts.ts";
import { type SaltedContent, salted } from "./salted-content.ts";

/** A node that keeps what it gets; `fails` says which requests it does not answer. */
function scene(fails: (request: number) => boolean = () => false) {
  const known = new Map<string, SaltedContent>();
  const requests: number[] = [];
  const send: typeof fetch = async (_, init) => {
    const body = init?.body;
    if (!(body instanceof Uint8Array)) throw new TypeError("a body of bytes was expected");
    requests.push(body.length);
    if (fails(requests.length)) throw new TypeError("the connection broke");
    const said = (findSaltedBytes(body) ?? []).map(({ bytes }) => commitmentWith(bytes));
    return Response.json({ commitments: said });
  };
  /** Contents of these many bytes, which this node will know again. */
  const make = (...sizes: readonly number[]): SaltedContent[] =>
    sizes.map((size) => {
      const one = salted({ at: known.size, text: "x".repeat(size) });
      known.set(new TextDecoder().decode(one.bytes.subarray(0, 10)), one);
      return one;
    });
  const commitmentWith = (bytes: Uint8Array) =>
    known.get(new TextDecoder().decode(bytes.subarray(0, 10)))?.commitment ?? "";
  return { client: createClient({ url: "http://localhost", fetch: send }), make, requests };
}

describe("keepTexts", () => {
  it("sends as many contents in a request as it takes, and is done when all are kept", async () => {
    const { client, make, requests } = scene();
    const kept: number[] = [];
    const texts = keepTexts(client, (count) => kept.push(count));
    const part = 1_500_000;
    await texts.add(make(part, part, part, 100));
    await texts.add(make(100));
    await texts.done();
    expect(requests.map((bytes) => Math.round(bytes / part))).toEqual([2, 1, 0]);
    expect(Math.max(...requests)).toBeLessThanOrEqual(requestBytesMax);
    expect(kept.at(-1)).toBe(2);
  });

  it("tells of a request that failed, at the latest when it is asked whether all is done", async () => {
    const last = scene((request) => request === 3);
    const texts = keepTexts(last.client);
    for (let batch = 0; batch < 2; batch++) await texts.add(last.make(100));
    const adding = texts.add(last.make(100)).then(() => texts.done());
    await expect(adding).rejects.toThrow("the connection broke");

    const first = scene((request) => request === 1);
    const more = keepTexts(first.client);
    const all = async () => {
      for (let batch = 0; batch < 9; batch++) await more.add(first.make(100));
    };
    await expect(all()).rejects.toThrow("the connection broke");
    expect(first.requests.length).toBeLessThan(9);
  });
});
