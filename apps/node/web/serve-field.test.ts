import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { fieldSecurityPolicy } from "@mingbai/app-field/csp";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveField } from "./serve-field.ts";

const script = "export const answer = 42;\n";
let folder = "";
const server = Fastify();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-field-"));
  await mkdir(join(folder, "assets"));
  const files = {
    "index.html": "<!doctype html>",
    "worker.js": script,
    "sources.sha256": "digest",
    "icon.svg": "<svg/>",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, "assets/one.js"), script);
  await writeFile(join(folder, "assets/one.js.gz"), gzipSync(script));
  await serveField(server, folder);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (url: string) => server.inject({ method: "GET", url, headers: { "accept-encoding": "gzip" } });

describe("the phone application of a node", () => {
  it("is one page with a policy that lets nothing in from elsewhere", async () => {
    const { headers, statusCode } = await open("/field/");
    expect(statusCode).toBe(200);
    expect(headers["content-security-policy"]).toBe(fieldSecurityPolicy);
    expect(fieldSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
    expect((await open("/field")).headers.location).toBe("/field/");
  });

  it("has assets that are kept for a year, compressed, and a worker that is asked for each time", async () => {
    const asset = await open("/field/assets/one.js");
    expect(asset.headers).toMatchObject({
      "content-encoding": "gzip",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(gunzipSync(asset.rawPayload).toString()).toBe(script);
    const worker = await open("/field/worker.js");
    expect(worker.headers).toMatchObject({ "cache-control": "no-cache", "x-content-type-options": "nosniff" });
    expect(worker.body).toBe(script);
  });

  it.each(["/field/sources.sha256", "/field/index.html", "/field/../serve-field.ts", "/field/assets/none.js"])(
    "gives nothing at %s",
    async (url) => {
      expect((await open(url)).statusCode).toBe(404);
    },
  );
});
