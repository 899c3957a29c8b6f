import { concat, utf8 } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import type { Writer } from "@mingbai/http/contents/contents-port";
import { contentBytesMax, requestBytesMax } from "@mingbai/http/contents-views";
import {
  encodeSubjectParts,
  findSubjectParts,
  partFrameBytes,
  partsMediaType,
  partsPerRequestMax,
  type SubjectPart,
} from "@mingbai/http/subject-parts-views";
import { LogError } from "@mingbai/log/segments/log-error";
import { createClient } from "@mingbai/sdk/client";
import { keepParts } from "@mingbai/sdk/contents";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HourlyShare } from "../contents/hourly-share.ts";
import { serveContents, testOwner, testStranger } from "../contents/test-contents-server.ts";
import { partKeeper } from "./part-keeper.ts";
import { namedPart, opened, testPart, testSubject } from "./test-subjects.ts";

const writer: Writer = { account: testOwner, organisation: undefined, roles: [] };
const sent = [testPart(1), testPart(2), testPart(1, 3)];
const names = sent.map((part) => namedPart({ ...part, giver: testOwner }));

type Served = Awaited<ReturnType<typeof serveContents>>;
let served: Served;
let url = "";

beforeAll(async () => {
  served = await serveContents();
  url = await served.server.listen({ host: "localhost", port: 0 });
});
afterAll(() => served.server.close());

const asOwner: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("x-test-account", testOwner);
  return fetch(input, { ...init, headers });
};
const clientOf = (send: typeof fetch = asOwner) => createClient({ url, fetch: send });

function post(account: string | undefined, payload: Uint8Array) {
  const headers = { "content-type": partsMediaType, "content-length": String(payload.length) };
  return served.ask(account, { method: "POST", url: "/api/subjects/parts", headers, payload: Buffer.from(payload) });
}

describe("the SDK's parts", () => {
  it("are kept for who is signed in, and their commitments are found out to be its own", async () => {
    expect(await keepParts(clientOf(), sent)).toEqual(names.map(({ commitment }) => commitment));
    expect(await served.subjects.findMany(names)).toEqual(sent.map(opened));
    const liar: typeof fetch = async () => Response.json({ commitments: names.map(() => "0".repeat(64)) });
    await expect(keepParts(clientOf(liar), sent)).rejects.toMatchObject({ code: "COMMITMENT_OTHER" });
    const few: typeof fetch = async () => Response.json({ commitments: [] });
    await expect(keepParts(clientOf(few), sent)).rejects.toMatchObject({ code: "COMMITMENT_OTHER" });
    await expect(keepParts(clientOf(fetch), sent)).rejects.toMatchObject({ code: "SESSION_NONE" });
  });

  it("about somebody who was erased are refused, in both languages, naming the number alone", async () => {
    await served.subjects.erase([testSubject(9)]);
    const refused = await keepParts(clientOf(), [testPart(8), testPart(9)]).catch((error: unknown) => error);
    const words = expect.stringContaining(testSubject(9));
    expect(refused).toMatchObject({ code: "SUBJECT_ERASED", status: 410, message: words, detailZh: words });
  });
});

describe("POST /api/subjects/parts", () => {
  const part: SubjectPart = testPart(1);

  it("takes as many parts as a request may have, which come back in their order", async () => {
    const many = Array.from({ length: partsPerRequestMax }, (_, at) => testPart(100 + (at % 900), at));
    const body = encodeSubjectParts(many);
    expect(body.length).toBeLessThan(requestBytesMax);
    const { commitments } = (await post(testStranger, body)).json();
    expect(commitments).toEqual(many.map((one) => namedPart(one).commitment));
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a part cut off", encodeSubjectParts([part]).subarray(0, -1)],
    ["a frame cut off", encodeSubjectParts([part]).subarray(0, partFrameBytes - 1)],
    ["one part too many", concat(...Array.from({ length: partsPerRequestMax + 1 }, () => encodeSubjectParts([part])))],
    ["subject zero", concat(fromHex("0".repeat(16)), encodeSubjectParts([part]).subarray(8))],
    ["no object", encodeSubjectParts([{ ...part, bytes: utf8("[]") }])],
    ["JSON that is not canonical", encodeSubjectParts([{ ...part, bytes: utf8('{"b":1,"a":2}') }])],
  ])("refuses %s", async (_, body) => {
    const answer = await post(testOwner, body);
    expect([answer.statusCode, answer.json().code]).toEqual([422, "PARTS_FORM"]);
  });

  it("refuses a content that is too large, a request of nobody, and one of another kind", async () => {
    const bytes = utf8(JSON.stringify({ a: "x".repeat(contentBytesMax) }));
    expect((await post(testOwner, encodeSubjectParts([{ ...part, bytes }]))).json().code).toBe("CONTENT_TOO_LARGE");
    expect((await post(undefined, encodeSubjectParts([part]))).statusCode).toBe(401);
    const json = { method: "POST", url: "/api/subjects/parts", payload: {} } as const;
    expect((await served.ask(testOwner, json)).json().code).toBe("PARTS_FORM");
  });

  it("gives parts to nobody", async () => {
    expect((await served.ask(testOwner, { method: "GET", url: "/api/subjects/parts" })).statusCode).toBe(404);
  });

  it("reads what was encoded, and encodes no other salts and subjects", () => {
    const read = findSubjectParts(encodeSubjectParts(sent));
    expect(read).toEqual(sent.map(({ subject, salt, bytes }) => ({ subject, salt, bytes })));
    expect(() => encodeSubjectParts([{ ...part, salt: new Uint8Array(31) }])).toThrow(RangeError);
    expect(() => encodeSubjectParts([{ ...part, subject: "0".repeat(16) }])).toThrow(RangeError);
    expect(() => encodeSubjectParts([{ ...part, subject: "A1" }])).toThrow(RangeError);
  });
});

describe("who keeps parts", () => {
  const share = (bytes: number) => {
    const hour = new HourlyShare(bytes, () => 0);
    return () => hour;
  };
  const fails = (error: Error) => ({ put: async () => Promise.reject(error) });

  it("lets an account send so much within an hour", async () => {
    const vault = { put: async () => [] };
    const bytes = sent.reduce((sum, one) => sum + one.bytes.length, 0);
    const keeper = partKeeper({ vault, share: share(bytes), onFatal: () => undefined });
    expect(await keeper.keep(writer, sent)).toEqual({ commitments: [] });
    expect(await keeper.keep(writer, sent)).toEqual({ refused: "SHARE_USED", retryAfterMs: 3_600_000 });
  });

  it("stores several requests of an account at once, and one that comes twice at a time once after the other", async () => {
    const begun: SubjectPart[][] = [];
    const ends: (() => void)[] = [];
    const vault = {
      put: (some: readonly SubjectPart[]) => {
        begun.push([...some]);
        return new Promise<readonly string[]>((resolve) => ends.push(() => resolve([])));
      },
    };
    const keeper = partKeeper({ vault, share: share(1e9), onFatal: () => undefined });
    const kept = [[testPart(1)], [testPart(2)], [testPart(1)]].map((some) => keeper.keep(writer, some));
    await expect.poll(() => begun.length).toBe(2);
    for (const end of ends.splice(0)) end();
    await expect.poll(() => begun.length).toBe(3);
    expect(begun.map(([one]) => one?.subject)).toEqual([1, 2, 1].map((one) => testPart(one).subject));
    for (const end of ends) end();
    expect(await Promise.all(kept)).toEqual([[], [], []].map((commitments) => ({ commitments })));
  });

  it("refuses where the disk is full, and ends the node where the log broke", async () => {
    const heard: Error[] = [];
    const parts = { share: share(1e9), onFatal: (error: Error) => void heard.push(error) };
    const full = partKeeper({ ...parts, vault: fails(new LogError("LOG_FULL", "full")) });
    expect(await full.keep(writer, sent)).toEqual({ refused: "NO_SPACE" });
    const broken = new LogError("LOG_BROKEN", "broken");
    await expect(partKeeper({ ...parts, vault: fails(broken) }).keep(writer, sent)).rejects.toBe(broken);
    expect(heard).toEqual([broken]);
  });

  it.each(["SUBJECTS_FULL", "PARTS_FULL"] as const)(
    "refuses where the vault has no more numbers: %s",
    async (refused) => {
      const keeper = partKeeper({
        vault: { put: async () => ({ refused }) },
        share: share(1e9),
        onFatal: () => undefined,
      });
      expect(await keeper.keep(writer, sent)).toEqual({ refused: "SUBJECTS_FULL" });
    },
  );
});
