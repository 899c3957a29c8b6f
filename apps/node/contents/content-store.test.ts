import { commitmentOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { contentBytesMax } from "@mingbai/http/contents-views";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { VaultReader } from "../vault/vault-reader.ts";
import { contentSubject } from "./content-store.ts";
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
    expect(await reader.find(contentSubject(commitment))).toEqual({ salt, content });
  });

  it("keeps the same content once, also when it comes several times at once and after a restart", async () => {
    const disk = simulatedDisk({ seed: 2 });
    const { ask, vault } = await serveContents(disk);
    await Promise.all(Array.from({ length: 5 }, () => ask(testOwner, post({ salt, content }))));
    await ask(testStranger, post({ salt, content: { ...content } }));
    expect(vault.durable).toBe(1);
    const again = await openTestContents(disk.kill());
    await again.contents.contents.keep({ account: testOwner, salt: fromHex(salt), content });
    expect(again.vault.durable).toBe(1);
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
