import { fromHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { actorTable } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { Challenges } from "./challenges.ts";
import {
  challengeMsMax,
  challengesMax,
  sessionIdleMsMax,
  sessionMsMax,
  sessionsPerAccountMax,
  signInsPerMinuteMax,
} from "./limits.ts";
import { carried, changeKey, serveSessions, testAccount, testKeyId, testOrigin } from "./test-session-server.ts";

const seed = new Uint8Array(32).fill(3);
const signer = generateSigner("ed25519", seed);
const foreign = { origin: "https://elsewhere.example" };

describe("a session", () => {
  const isThere = async (scene: Awaited<ReturnType<typeof serveSessions>>, headers: ReturnType<typeof carried>) =>
    (await scene.ask("GET", "/api/session", undefined, headers)).statusCode === 200;

  it("ends when nothing is done for half an hour; looking is not doing", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    scene.clock.nowMs += sessionIdleMsMax - 1;
    expect(await isThere(scene, headers)).toBe(true);
    scene.clock.nowMs += 1;
    expect(await isThere(scene, headers)).toBe(false);
  });

  it("goes on when its person stays, but no longer than half a day", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    const endMs = scene.clock.nowMs + sessionMsMax;
    while (scene.clock.nowMs + sessionIdleMsMax - 1 < endMs) {
      scene.clock.nowMs += sessionIdleMsMax - 1;
      const stayed = await scene.ask("POST", "/api/session/stay", undefined, headers);
      expect(stayed.json().idleEndsMs).toBe(Math.min(scene.clock.nowMs + sessionIdleMsMax, endMs));
    }
    scene.clock.nowMs = endMs;
    expect(await isThere(scene, headers)).toBe(false);
  });

  it("ends with its key, and with the person's place on the ledger", async () => {
    for (const end of ["key", "person"]) {
      const scene = await serveSessions(signer);
      const headers = carried(await scene.signIn());
      if (end === "person") scene.state.table(actorTable).delete(testAccount);
      else changeKey(scene.state, { untilHeight: 8 });
      expect(await isThere(scene, headers)).toBe(end === "key");
      scene.ledger.head.height = 7;
      expect(await isThere(scene, headers)).toBe(false);
      expect((await scene.ask("GET", "/api/queries/sample.secret", undefined, headers)).statusCode).toBe(403);
    }
  });

  it("lets its person ask what their roles of this moment allow", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    const secret = () => scene.ask("GET", "/api/queries/sample.secret", undefined, headers);
    expect((await scene.ask("GET", "/api/queries/sample.secret")).json().code).toBe("NOT_ALLOWED");
    expect((await secret()).json()).toEqual({ account: testAccount, organisation: "office" });
    expect((await secret()).headers["cache-control"]).toBe("no-store");
    scene.state
      .table(actorTable)
      .set(testAccount, { organisation: "street", grants: [{ role: "operator", fromMs: 0 }] });
    expect((await secret()).json().code).toBe("NOT_ALLOWED");
    scene.state
      .table(actorTable)
      .set(testAccount, { organisation: "street", grants: [{ role: "auditor", fromMs: 0 }] });
    expect((await secret()).json()).toEqual({ account: testAccount, organisation: "street" });
  });

  it("is over after signing out, and its cookie is taken away", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    const out = await scene.ask("DELETE", "/api/session", undefined, headers);
    expect(out.statusCode).toBe(204);
    expect(out.headers["set-cookie"]).toContain("mingbai_session=; Max-Age=0;");
    expect(await isThere(scene, headers)).toBe(false);
  });

  it("gives way to the next of the same browser", async () => {
    const scene = await serveSessions(signer);
    const first = carried(await scene.signIn());
    const second = carried(await scene.signIn({}, {}, first));
    expect([await isThere(scene, first), await isThere(scene, second)]).toEqual([false, true]);
  });

  const mark = "x-mingbai-csrf";
  it.each<[string, (own: ReturnType<typeof carried>) => Record<string, string>, number, string | undefined]>([
    ["its own mark, outside browsers", (own) => own, 200, undefined],
    ["its own mark and origin", (own) => ({ ...own, origin: testOrigin }), 200, undefined],
    ["no mark", ({ cookie }) => ({ cookie }), 403, "CSRF_WRONG"],
    ["another mark", (own) => ({ ...own, [mark]: "ab".repeat(32) }), 403, "CSRF_WRONG"],
    ["a short mark", (own) => ({ ...own, [mark]: own[mark].slice(1) }), 403, "CSRF_WRONG"],
    ["another origin", (own) => ({ ...own, ...foreign }), 403, "ORIGIN_FOREIGN"],
    ["another port of this machine", (own) => ({ ...own, origin: "http://localhost:3000" }), 403, "ORIGIN_FOREIGN"],
    ["a page without origin", (own) => ({ ...own, origin: "null" }), 403, "ORIGIN_FOREIGN"],
    ["no cookie", (own) => ({ [mark]: own[mark] }), 401, "SESSION_NONE"],
    ["a cookie that is none", (own) => ({ ...own, cookie: "mingbai_session=1" }), 401, "SESSION_NONE"],
    ["other cookies too", (own) => ({ ...own, cookie: `a=1; ${own.cookie}; b=2` }), 200, undefined],
  ])("that changes something with %s", async (_name, headersOf, status, code) => {
    const scene = await serveSessions(signer);
    const own = carried(await scene.signIn());
    const answer = await scene.ask("POST", "/api/session/stay", undefined, headersOf(own));
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
});

describe("limits", () => {
  it("keep the newest sessions of an account", async () => {
    const scene = await serveSessions(signer);
    const all = [];
    for (let count = 0; count <= sessionsPerAccountMax; count++) all.push(carried(await scene.signIn()));
    const states = await Promise.all(all.map((headers) => scene.ask("GET", "/api/session", undefined, headers)));
    expect(states.map(({ statusCode }) => statusCode)).toEqual([401, ...Array(sessionsPerAccountMax).fill(200)]);
  });

  it("slow down who tries too often, in both languages", async () => {
    const { ask } = await serveSessions(signer);
    const tries = () => ask("POST", "/api/session/challenge", { keyId: testKeyId });
    for (let count = 0; count < signInsPerMinuteMax; count++) expect((await tries()).statusCode).toBe(200);
    const refused = await tries();
    expect(refused.json()).toMatchObject({ status: 429, code: "SIGN_IN_TOO_OFTEN" });
    expect(refused.json().detailZh).toContain("一分钟");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("keep so many challenges and no more, until they end", () => {
    const challenges = new Challenges();
    for (let count = 0; count < challengesMax; count++) challenges.make(testKeyId, 0);
    expect(challenges.make(testKeyId, challengeMsMax - 1)).toBeUndefined();
    const next = challenges.make(testKeyId, challengeMsMax);
    expect(fromHex(next?.challenge ?? "")).toHaveLength(32);
  });
});
