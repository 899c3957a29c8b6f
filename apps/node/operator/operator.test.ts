import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpProblem } from "@mingbai/http/problem";
import Fastify from "fastify";
import { serializerCompiler } from "fastify-type-provider-zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operatorRoutes } from "./operator-routes.ts";
import { findRunning, isOperator, newToken, removeRunning, writeRunning } from "./running-file.ts";

const token = newToken();
const engine = { height: 7, isCatchingUp: true, power: 1, peers: ["audit"], isQuorum: false, bodiesFrom: 0 };
let folder = "";
let drains = 0;
const server = Fastify();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-operator-"));
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler((error: HttpProblem, _request, reply) => reply.code(error.problem.status).send(error.problem));
  operatorRoutes(server, {
    token,
    askEngine: async () => ({ engine }),
    onDrain: () => {
      drains += 1;
    },
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the operator of a node", () => {
  it("is known by the token of this start", () => {
    expect(isOperator(`Bearer ${token}`, token)).toBe(true);
    for (const given of [undefined, "", token, `Bearer ${newToken()}`, `Bearer ${token} `, `bearer ${token}`]) {
      expect(isOperator(given, token)).toBe(false);
    }
  });

  it("is refused without it, and the node goes on", async () => {
    for (const request of [
      { method: "GET", url: "/api/operator/engine" },
      { method: "POST", url: "/api/operator/drain", headers: { authorization: `Bearer ${newToken()}` } },
    ] as const) {
      expect((await server.inject(request)).statusCode).toBe(401);
    }
    expect(drains).toBe(0);
  });

  it("hears how the engine stands, and drains the node once it was answered", async () => {
    const headers = { authorization: `Bearer ${token}` };
    const asked = await server.inject({ method: "GET", url: "/api/operator/engine", headers });
    expect(asked.json()).toEqual({ engine });
    const drained = await server.inject({ method: "POST", url: "/api/operator/drain", headers });
    expect([drained.statusCode, drains]).toEqual([202, 1]);
  });
});

describe("the file by which an operator finds a running node", () => {
  const running = { pid: 7, url: "http://localhost:8500", token };

  it("is there while it runs, the newest start's only", async () => {
    const path = join(folder, "running.json");
    expect(await findRunning(path)).toBeUndefined();
    await writeRunning(path, { ...running, pid: 6 });
    await writeRunning(path, running);
    expect(await findRunning(path)).toEqual(running);
    await removeRunning(path);
    await removeRunning(path);
    expect(await findRunning(path)).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")("is not believed where others could read it", async () => {
    const path = join(folder, "open.json");
    await writeRunning(path, running);
    await chmod(path, 0o644);
    await expect(findRunning(path)).rejects.toThrow("open to others");
  });
});
