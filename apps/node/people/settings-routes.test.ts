import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { HttpProblem } from "@mingbai/http/problem";
import { createServer } from "@mingbai/http/server";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { FastifyInstance } from "fastify";
import { Registry as Metrics } from "prom-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endMailRoute } from "../mail/end-mail-route.ts";
import { MailStore } from "../mail/mail-store.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { SettingsStore } from "./settings-store.ts";

const lin = "00000000000000a1";
const choice = { address: "lin@mail.example", kinds: ["came"], pace: "daily" };
const none = async () => undefined;

let root = "";
let mail: MailStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-settings-"));
});
afterEach(() => rm(root, { recursive: true }));

async function serve({ account = lin, isMailSetUp = true }: { account?: string | null; isMailSetUp?: boolean } = {}) {
  const server = await createServer({
    registry: createRegistry([]),
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [],
    findReader: async () => ({ account: undefined, organisation: undefined, roles: [] }),
    logFiles: { readCheckpoint: none, readTile: none, readRoster: none },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
  });
  const key = await generateSealingKey({ seed: new Uint8Array(32).fill(3) });
  const place = {
    disk: nodeDisk(),
    key,
    onFatal(error: Error) {
      throw error;
    },
  };
  mail = await MailStore.open({ ...place, folder: join(root, "mail") });
  settingsRoutes(server, {
    settings: await SettingsStore.open({ ...place, folder: join(root, "settings") }),
    mail,
    isMailSetUp,
    newestPlace: () => "77",
    requireSession() {
      if (account === null) throw new HttpProblem({ code: "SESSION_NONE", status: 401, en: "-", zh: "-" });
      return { account, organisation: "qingshi", roles: [], keyId: account };
    },
    now: () => 1_760_000_000_000,
  });
  await endMailRoute(server, mail);
  return server;
}

const put = (server: FastifyInstance, what: string, payload: object) =>
  server.inject({ method: "PUT", url: `/api/settings/${what}`, payload });
const get = async (server: FastifyInstance) => (await server.inject({ url: "/api/settings" })).json();

describe("the settings of a person", () => {
  it("begin with nothing read, no filters, no mail", async () => {
    expect(await get(await serve())).toEqual({
      notices: { seen: "0", read: [] },
      views: {},
      mail: { isSetUp: true, choice: null, isRefused: false },
    });
  });

  it("join what several devices read, and never go back", async () => {
    const server = await serve();
    await put(server, "notices", { read: ["30", "12"] });
    await put(server, "notices", { seen: "20" });
    await put(server, "notices", { seen: "15", read: ["30", "40"] });
    expect((await get(await serve())).notices).toEqual({ seen: "20", read: ["30", "40"] });
  });

  it("keep filters of each page, so that another device has them", async () => {
    const server = await serve();
    await put(server, "views", { page: "work", views: [{ name: "逾期", search: "box=overdue" }] });
    await put(server, "views", { page: "payments", views: [{ name: "本月", search: "from=2026-11-01" }] });
    await put(server, "views", { page: "payments", views: [] });
    expect((await get(await serve())).views).toEqual({ work: [{ name: "逾期", search: "box=overdue" }] });
    expect((await get(await serve({ account: "00000000000000a2" }))).views).toEqual({});
  });

  it("take an address for mail from now on, and forget it when asked", async () => {
    const server = await serve();
    expect((await put(server, "mail", choice)).json()).toEqual({ isSetUp: true, choice, isRefused: false });
    expect(await mail.find(lin)).toMatchObject({ sentTo: "77", sentMs: 1_760_000_000_000 });
    const ended = await server.inject({ method: "DELETE", url: "/api/settings/mail" });
    expect(ended.json()).toEqual({ isSetUp: true, choice: null, isRefused: false });
    expect(await mail.find(lin)).toBeUndefined();
  });

  it("end mail by the address in it, without signing in, and not by opening it", async () => {
    const server = await serve();
    await put(server, "mail", choice);
    const url = `/mail/end/${(await mail.find(lin))?.token}`;
    expect((await server.inject({ url })).statusCode).toBe(404);
    expect(await mail.find(lin)).toBeDefined();
    const heads = { "content-type": "application/x-www-form-urlencoded" };
    const end = () => server.inject({ method: "POST", url, headers: heads, payload: "List-Unsubscribe=One-Click" });
    expect([(await end()).statusCode, (await end()).json().code]).toEqual([204, "MAIL_ENDED"]);
    expect(await mail.find(lin)).toBeUndefined();
  });

  it.each([
    ["nobody is signed in", { account: null }, "notices", { read: [] }, "SESSION_NONE"],
    ["no mail server is set", { isMailSetUp: false }, "mail", choice, "MAIL_NOT_SET_UP"],
    ["it is no address", {}, "mail", { ...choice, address: "lin" }, "FIELDS_INVALID"],
    [
      "it would begin a head of its own",
      {},
      "mail",
      { ...choice, address: "a@b.example\r\nBcc: c@d.example" },
      "FIELDS_INVALID",
    ],
    ["nothing is wanted", {}, "mail", { ...choice, kinds: [] }, "FIELDS_INVALID"],
    [
      "half a character is no name",
      {},
      "views",
      { page: "work", views: [{ name: "\ud800", search: "" }] },
      "FIELDS_INVALID",
    ],
    ["a page has no such name", {}, "views", { page: "__proto__", views: [] }, "FIELDS_INVALID"],
  ])("are refused where %s", async (_, who, what, body, code) => {
    const answer = await put(await serve(who), what, body);
    expect(answer.json().code).toBe(code);
    expect(answer.body).not.toContain("@");
  });

  it("change an address only so often within an hour", async () => {
    const server = await serve();
    for (let count = 0; count < 20; count++) await put(server, "mail", choice);
    expect((await put(server, "mail", choice)).json().code).toBe("CHANGES_TOO_MANY");
  });
});
