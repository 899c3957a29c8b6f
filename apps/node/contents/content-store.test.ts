import { utf8 } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Writer } from "@mingbai/http/contents/contents-port";
import {
  contentBytesMax,
  contentsMediaType,
  contentsPerRequestMax,
  encodeSaltedBytes,
  listContentBytesMax,
  type SaltedBytes,
} from "@mingbai/http/contents-views";
import type { Role } from "@mingbai/ledger/authority/role";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { contentSubject } from "@mingbai/read-model/given-content";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { VaultReader } from "../vault/vault-reader.ts";
import type { VaultEntry } from "../vault/vault-record.ts";
import { contentStore } from "./content-store.ts";
import { HourlyShare } from "./hourly-share.ts";
import { mayKeepLists } from "./open-contents.ts";
import { openTestContents, serveContents, testOwner, testStranger } from "./test-contents-server.ts";

const salt = "5a".repeat(32);
const content = { title: "更换路灯", amount: 1_250_000, lines: [{ name: "灯具" }] };
const post = (payload: object) => ({ method: "POST", url: "/api/contents", payload }) as const;

describe("POST /api/contents", () => {
  it("answers with the commitment when salt and content are sealed and durable in the vault", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const { ask, folder, sealing, vault } = await serveContents(disk);
    const answer = await ask(testOwner, post({ salt, content }));
    const { commitment } = answer.json();
    expect([answer.statusCode, commitment]).toEqual([200, toHex(commitmentOf({ salt: fromHex(salt), content }))]);
    const reader = new VaultReader(
      followSegmentLog({ disk: disk.crash({ kind: "lost" }), folder: folder.vault }),
      sealing,
    );
    await reader.readUpTo(vault.durable);
    expect(await reader.find(contentSubject({ commitment, giver: testOwner }))).toEqual({ salt, content });
  });

  it("keeps the same content once, also when it comes several times at once and after a restart", async () => {
    const disk = simulatedDisk({ seed: 2 });
    const { ask, vault } = await serveContents(disk);
    await Promise.all(Array.from({ length: 5 }, () => ask(testOwner, post({ salt, content }))));
    expect(vault.durable).toBe(1);
    const again = await openTestContents(disk.kill());
    await again.contents.contents.keep({ account: testOwner, salt: fromHex(salt), content });
    expect(again.vault.durable).toBe(1);
  });

  it("keeps the same content of another for them, too: by each it is shown where they name it themselves", async () => {
    const disk = simulatedDisk({ seed: 5 });
    const { ask, vault, folder, sealing } = await serveContents(disk);
    const { commitment } = (await ask(testOwner, post({ salt, content }))).json();
    const reader = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), sealing);
    const keptFor = async (giver: string) => {
      await reader.readUpTo(vault.durable);
      return reader.find(contentSubject({ commitment, giver }));
    };
    expect([await keptFor(testOwner), await keptFor(testStranger)]).toEqual([{ salt, content }, undefined]);
    await ask(testStranger, post({ salt, content: { ...content } }));
    expect(await keptFor(testStranger)).toEqual({ salt, content });
  });

  it("gives contents to nobody by themselves", async () => {
    const { ask } = await serveContents();
    const { commitment } = (await ask(testOwner, post({ salt, content }))).json();
    for (const url of ["/api/contents", `/api/contents/${commitment}`])
      expect((await ask(testOwner, { method: "GET", url })).statusCode).toBe(404);
  });

  const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {});
  it.each([
    { what: "no session", account: undefined, payload: { salt, content }, status: 401, code: "SESSION_NONE" },
    { what: "a short salt", payload: { salt: "5a", content }, status: 422, code: "FIELDS_INVALID" },
    { what: "no object", payload: { salt, content: ["a"] }, status: 422, code: "FIELDS_INVALID" },
    { what: "more fields", payload: { salt, content, more: 1 }, status: 422, code: "FIELDS_INVALID" },
    { what: "null", payload: { salt, content: { a: null } }, status: 422, code: "CONTENT_FORM" },
    { what: "a fraction", payload: { salt, content: { a: 0.5 } }, status: 422, code: "CONTENT_FORM" },
    { what: "a name beyond ASCII", payload: { salt, content: { 名: 1 } }, status: 422, code: "CONTENT_FORM" },
    { what: "a lone surrogate", payload: { salt, content: { a: "\ud800" } }, status: 422, code: "CONTENT_FORM" },
    { what: "too deep", payload: { salt, content: deep }, status: 422, code: "CONTENT_FORM" },
    {
      what: "too long",
      payload: { salt, content: { a: "字".repeat(contentBytesMax / 3) } },
      status: 413,
      code: "CONTENT_TOO_LARGE",
    },
  ])("refuses $what: $code", async ({ payload, status, code, ...given }) => {
    const { ask, vault } = await serveContents();
    const answer = await ask("account" in given ? given.account : testOwner, post(payload));
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(vault.durable).toBe(0);
  });

  it("says that the disk is full, keeps nothing, and keeps again when there is room", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const { ask, vault } = await serveContents(disk);
    const big = (at: number) => post({ salt, content: { at, text: "x".repeat(100_000) } });
    disk.setCapacity(disk.paths().reduce((sum, path) => sum + disk.content(path).length, 0));
    let at = 0;
    let answer = await ask(testOwner, big(at));
    while (answer.statusCode === 200 && at < 30) answer = await ask(testOwner, big(++at));
    expect([answer.statusCode, answer.json().code]).toEqual([503, "NO_SPACE"]);
    expect(vault.durable).toBe(at);
    disk.setCapacity(Number.POSITIVE_INFINITY);
    expect((await ask(testOwner, big(at))).statusCode).toBe(200);
  });
});

const listed = (...contents: readonly SaltedBytes[]) => listedBytes(encodeSaltedBytes(contents));
const listedBytes = (body: Uint8Array) =>
  ({
    method: "POST",
    url: "/api/contents/list",
    payload: Buffer.from(body),
    headers: { "content-type": contentsMediaType },
  }) as const;
const spelt = (text: string): SaltedBytes => ({ salt: fromHex(salt), bytes: utf8(text) });

describe("POST /api/contents/list", () => {
  it("keeps several contents as if each had come by itself", async () => {
    const disk = simulatedDisk({ seed: 4 });
    const { ask, vault, folder, sealing } = await serveContents(disk);
    const other = { lines: [{ name: "卢桂枝" }] };
    const contents = [content, other].map((one) => ({ salt: fromHex(salt), bytes: canonicalBytes(one) }));
    const answer = await ask(testOwner, listed(...contents));
    const commitments = [content, other].map((one) => toHex(commitmentOf({ salt: fromHex(salt), content: one })));
    expect([answer.statusCode, answer.json()]).toEqual([200, { commitments }]);
    const log = followSegmentLog({ disk: disk.crash({ kind: "lost" }), folder: folder.vault });
    const reader = new VaultReader(log, sealing);
    await reader.readUpTo(vault.durable);
    expect(
      await Promise.all(commitments.map((commitment) => reader.find(contentSubject({ commitment, giver: testOwner })))),
    ).toEqual([
      { salt, content },
      { salt, content: other },
    ]);
    await Promise.all([ask(testOwner, listed(...contents)), ask(testOwner, post({ salt, content }))]);
    expect(vault.durable).toBe(2);
  });

  it("counts what is new against the share of lists, and keeps nothing beyond it", async () => {
    const kept = new Set<string>();
    const vault = {
      has: async (subject: string) => kept.has(subject),
      put: async (...entries: readonly VaultEntry[]) => entries.forEach(({ subject }) => void kept.add(subject)),
    };
    const shares = [20, 40].map((max) => new HourlyShare(max, () => 0));
    const [share, lists] = shares as [HourlyShare, HourlyShare];
    const shareOfLists = (writer: Writer) => (mayKeepLists(writer) ? lists : share);
    const store = contentStore({ vault, share, shareOfLists, onFatal: rethrow });
    const keep = (roles: readonly Role[], ...texts: readonly string[]) =>
      store.keepAll({ account: testOwner, organisation: undefined, roles }, texts.map(spelt));
    const contents = [1, 2, 3, 4, 5, 6].map((digit) => `{"a":1000${digit}}`);
    expect(await keep(["auditor"], contents[0] ?? "")).toHaveProperty("commitments");
    expect(await keep(["auditor"], contents[0] ?? "")).toHaveProperty("commitments");
    expect(await keep(["auditor"], contents[1] ?? "")).toMatchObject({ refused: "SHARE_USED" });
    expect(await keep(["projectManager"], ...contents.slice(0, 4))).toHaveProperty("commitments");
    expect(await keep(["projectManager"], ...contents)).toMatchObject({ refused: "SHARE_USED" });
    expect(kept.size).toBe(4);
  });

  it.each([
    { what: "nothing", body: new Uint8Array(0), status: 422, code: "CONTENT_FORM" },
    {
      what: "a cut content",
      body: encodeSaltedBytes([spelt('{"a":1}')]).subarray(0, 40),
      status: 422,
      code: "CONTENT_FORM",
    },
    { what: "white space", body: encodeSaltedBytes([spelt('{"a": 1}')]), status: 422, code: "CONTENT_FORM" },
    { what: "no object", body: encodeSaltedBytes([spelt("[1]")]), status: 422, code: "CONTENT_FORM" },
    {
      what: "too many",
      body: encodeSaltedBytes(Array.from({ length: contentsPerRequestMax + 1 }, () => spelt("{}"))),
      status: 422,
      code: "CONTENT_FORM",
    },
    {
      what: "too long",
      body: encodeSaltedBytes([spelt(`{"a":"${"x".repeat(listContentBytesMax)}"}`)]),
      status: 413,
      code: "CONTENT_TOO_LARGE",
    },
  ])("refuses $what: $code", async ({ body, status, code }) => {
    const { ask, vault } = await serveContents();
    const answer = await ask(testOwner, listedBytes(body));
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect((await ask(undefined, listedBytes(body))).json().code).toBe("SESSION_NONE");
    expect(vault.durable).toBe(0);
  });
});

function rethrow(error: Error): never {
  throw error;
}
