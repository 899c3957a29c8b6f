import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveWeb } from "./serve-web.ts";

const script = "export const answer = 42;\n";
let folder = "";
const server = Fastify();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-web-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  await writeFile(join(folder, "assets/one.js"), script);
  await writeFile(join(folder, "assets/one.js.gz"), gzipSync(script));
  await writeFile(join(folder, "assets/two.woff2"), "letters");
  await serveWeb(server, folder);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (url: string, encodings: string) =>
  server.inject({ method: "GET", url, headers: { "accept-encoding": encodings } });

describe("the pages' assets", () => {
  it("go compressed to who takes that, and are kept for a year", async () => {
    const { headers, rawPayload } = await open("/assets/one.js", "gzip, br");
    expect(headers).toMatchObject({
      "content-encoding": "gzip",
      "content-type": "application/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    });
    expect(gunzipSync(rawPayload).toString()).toBe(script);
  });

  it.each([
    ["/assets/one.js", "identity", script],
    ["/assets/two.woff2", "gzip", "letters"],
  ])("go as they are where there is nothing else: %s for %s", async (url, encodings, text) => {
    const { headers, body } = await open(url, encodings);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body).toBe(text);
  });
});
