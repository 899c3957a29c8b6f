import { toBase64 } from "@mingbai/codec/base64";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { defineDomain } from "@mingbai/ledger/definition/domain";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { headerBytes } from "@mingbai/ledger/transaction/header";
import { signCommand } from "@mingbai/sdk/sign-transaction";
import type { Answer } from "@mingbai/sequencer/answer";
import { Registry as Metrics } from "prom-client";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { QueryRoute, Reader } from "./query-route.ts";
import { createServer } from "./server.ts";

const Note = z.strictObject({ text: z.string().min(1) });
const write = defineCommand("sample.write", {
  schema: Note,
  allow: [role("operator")],
  title: { en: "Write a note", zh: "写一条" },
  audit: { en: "wrote {text}", zh: "写了 {text}" },
  execute: () => [],
});
const refusals = { TOO_LATE: { number: 900, status: 422, en: "Too late by {days} days.", zh: "晚了 {days} 天" } };
const registry = createRegistry([defineDomain({ name: "sample", commands: [write], refusals })]);

const accepted: Answer = {
  status: "final",
  id: "ab".repeat(32),
  height: 7,
  timeMs: 1,
  logIndex: 3,
  units: 1,
  refusedLines: [],
};
const received = { status: "received", id: "ab".repeat(32), promise: "AAAA" } as const;
const count: QueryRoute = {
  name: "sample.count",
  title: { en: "How many", zh: "多少" },
  params: z.object({ from: z.coerce.number().int().min(0) }),
  result: z.object({ count: z.int() }),
  allow: "anyone",
  answer: async ({ from }) => ({ count: Number(from) + 1 }),
};
const secret: QueryRoute = { ...count, name: "sample.secret", allow: [role("auditor")] };

async function serve(answer: Answer | Error = accepted, log: string[] = []) {
  const submitted: Uint8Array[] = [];
  const reader: Reader = { account: undefined, organisation: undefined, roles: [] };
  const server = await createServer({
    registry,
    sequencer: {
      async submit(bytes) {
        submitted.push(bytes);
        if (answer instanceof Error) throw answer;
        return [answer];
      },
      async receive(bytes) {
        submitted.push(bytes);
        return [received];
      },
      close: async () => undefined,
    },
    queries: [count, secret],
    findReader: async () => reader,
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async (path) => (path === "tile/0/000.p/1" ? new Uint8Array(32) : undefined),
      readRoster: async (epoch) => (epoch === 0 ? new Uint8Array(8) : undefined),
    },
    health: () => ({ state: "ok", height: 7, readModelBehind: 0 }),
    metrics: new Metrics(),
    log: { write: (line) => void log.push(line) },
  });
  return { server, submitted };
}

async function signedNote(text = "hello") {
  const signing = {
    chain: new Uint8Array(32),
    signer: generateSigner("ed25519", new Uint8Array(32)),
    keyId: `${"0".repeat(15)}1`,
    lane: 0,
    sequence: 1,
    expiryMs: 9,
  };
  const { bytes } = await signCommand(signing, "sample.write", { text });
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") throw new Error(envelope);
  return {
    bytes,
    json: { header: toBase64(envelope.headerBytes), signature: toBase64(envelope.signature), body: { text } },
  };
}

const binary = { "content-type": "application/vnd.mingbai.transactions" };

describe("the server", () => {
  it("documents exactly the routes that it has", async () => {
    const { server } = await serve();
    const document = (await server.inject("/api/openapi.json")).json() as {
      openapi: string;
      paths: Record<string, object>;
    };
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const files = ["get /checkpoint", "get *", "get /roster/:epoch", "get /light-block"];
    const hidden = [...files, "get /metrics", "get /api/openapi.json"];
    const routed = routesOf(server.printRoutes({ commonPrefix: false })).filter((route) => !hidden.includes(route));
    expect(document.openapi).toMatch(/^3\.1/);
    expect(documented.sort()).toEqual(routed.sort());
  });

  it("describes a command by its audit text in both languages", async () => {
    const { server } = await serve();
    const { paths } = (await server.inject("/api/openapi.json")).json();
    const { description } = paths["/api/commands/sample.write"].post;
    expect(description).toContain(write.audit.en);
    expect(description).toContain(write.audit.zh);
  });

  it("passes a signed command on byte for byte and answers with its place", async () => {
    const { server, submitted } = await serve();
    const { bytes, json } = await signedNote();
    const reply = await server.inject({ method: "POST", url: "/api/commands/sample.write", payload: json });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ status: "final", height: 7, logIndex: 3 });
    expect(submitted[0]).toEqual(bytes);
  });

  it("passes envelopes on as they came", async () => {
    const { server, submitted } = await serve();
    const { bytes } = await signedNote();
    const reply = await server.inject({
      method: "POST",
      url: "/api/transactions",
      headers: binary,
      payload: Buffer.from(bytes),
    });
    expect(reply.json()).toEqual([accepted]);
    expect(submitted[0]).toEqual(bytes);
  });

  it.each<[string, Answer | Error, number, string]>([
    ["a declared refusal", { ...accepted, refused: "TOO_LATE", detail: { days: 3 } }, 422, "TOO_LATE"],
    ["an unknown key", { status: "not admitted", id: undefined, refused: "KEY_UNKNOWN" }, 403, "KEY_UNKNOWN"],
    ["a full queue", { status: "not admitted", id: undefined, refused: "BUSY", retryAfterMs: 250 }, 503, "BUSY"],
    ["an error of the node's own", new Error("the secret cause"), 500, "INTERNAL"],
  ])("answers %s with a problem", async (_, answer, status, code) => {
    const { server } = await serve(answer);
    const reply = await server.inject({
      method: "POST",
      url: "/api/commands/sample.write",
      payload: (await signedNote()).json,
    });
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    expect(reply.body).not.toContain("secret cause");
  });

  it("fills the words of a refusal with its details, in both languages", async () => {
    const { server } = await serve({ ...accepted, refused: "TOO_LATE", detail: { days: 3 } });
    const reply = await server.inject({
      method: "POST",
      url: "/api/commands/sample.write",
      payload: (await signedNote()).json,
    });
    expect(reply.json()).toMatchObject({ detailEn: "Too late by 3 days.", detailZh: "晚了 3 天" });
  });

  it.each(["respond-async", 'wait=10, Respond-Async; x="1"'])(
    "answers with a promise where the request says Prefer: %s",
    async (prefer) => {
      const { server } = await serve();
      const { bytes, json } = await signedNote();
      const headers = { prefer };
      const one = { method: "POST", url: "/api/commands/sample.write", headers, payload: json } as const;
      const some = { method: "POST", url: "/api/transactions", payload: Buffer.from(bytes) } as const;
      const replies = [await server.inject(one), await server.inject({ ...some, headers: { ...headers, ...binary } })];
      expect(replies.map((reply) => [reply.statusCode, reply.json()])).toEqual([
        [202, received],
        [202, [received]],
      ]);
    },
  );

  it("answers finally whatever else is preferred", async () => {
    const { server } = await serve();
    const { json } = await signedNote();
    const headers = { prefer: "wait=10, respond-async-not" };
    const reply = await server.inject({ method: "POST", url: "/api/commands/sample.write", headers, payload: json });
    expect([reply.statusCode, reply.json()]).toEqual([200, accepted]);
  });

  it("says when to come again", async () => {
    const { server } = await serve({ status: "not admitted", id: undefined, refused: "BUSY", retryAfterMs: 250 });
    const { bytes } = await signedNote();
    const reply = await server.inject({
      method: "POST",
      url: "/api/transactions",
      headers: binary,
      payload: Buffer.from(bytes),
    });
    expect([reply.statusCode, reply.headers["retry-after"]]).toEqual([503, "1"]);
  });

  it.each([
    ["a field that the schema does not know", { text: "a", more: 1 }],
    ["an empty field", { text: "" }],
  ])("refuses %s before it is submitted", async (_, body) => {
    const { server, submitted } = await serve();
    const payload = { ...(await signedNote()).json, body };
    const reply = await server.inject({ method: "POST", url: "/api/commands/sample.write", payload });
    expect([reply.statusCode, reply.json().code]).toEqual([422, "FIELDS_INVALID"]);
    expect(submitted).toEqual([]);
  });

  it("refuses a header that is not this command's", async () => {
    const { server } = await serve();
    const payload = { ...(await signedNote()).json, header: toBase64(new Uint8Array(headerBytes)) };
    const reply = await server.inject({ method: "POST", url: "/api/commands/sample.write", payload });
    expect([reply.statusCode, reply.json().code]).toEqual([400, "MALFORMED"]);
  });

  it.each([
    ["one that anyone may ask", "/api/queries/sample.count?from=4", 200],
    ["one of a role that the reader lacks", "/api/queries/sample.secret?from=4", 403],
    ["one with a wrong parameter", "/api/queries/sample.count?from=-1", 422],
    ["one that there is not", "/api/queries/sample.none", 404],
  ])("answers a query: %s", async (_, url, status) => {
    const { server } = await serve();
    expect((await server.inject(url)).statusCode).toBe(status);
  });

  it("serves no light block where one organisation keeps the ledger", async () => {
    const { server } = await serve();
    expect((await server.inject("/light-block")).statusCode).toBe(404);
  });

  it("serves tiles by their own paths only", async () => {
    const { server } = await serve();
    expect((await server.inject("/tile/0/000.p/1")).statusCode).toBe(200);
    expect((await server.inject("/tile/entries/000")).statusCode).toBe(404);
    expect((await server.inject("/tile/0/..%2f..%2fgenesis.json")).statusCode).toBe(404);
  });

  it.each([
    ["of an epoch", "/roster/0", 200],
    ["of an epoch that is not yet", "/roster/1", 404],
    ["spelled otherwise", "/roster/00", 404],
    ["elsewhere", "/roster/..%2fcheckpoint", 404],
  ])("serves the note of a roster by its epoch only: %s", async (_, url, status) => {
    const { server } = await serve();
    expect((await server.inject(url)).statusCode).toBe(status);
  });

  it("logs routes, never what was asked", async () => {
    const log: string[] = [];
    const { server } = await serve(accepted, log);
    await server.inject("/api/queries/sample.count?from=424242");
    expect(log.join("")).toContain("/api/queries/sample.count");
    expect(log.join("")).not.toContain("424242");
  });
});

/** The routes in Fastify's print of them, HEAD left out. It prints the wildcard of tiles as a bare star. */
function routesOf(printed: string): string[] {
  return [...printed.matchAll(/^[├└]── (\S+) \(([A-Z, ]+)\)$/gm)].flatMap(([, path, methods = ""]) =>
    methods
      .split(", ")
      .filter((method) => method !== "HEAD")
      .map((method) => `${method.toLowerCase()} ${path}`),
  );
}
