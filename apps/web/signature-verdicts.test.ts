import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SignatureVectors } from "@mingbai/crypto/edge-cases/vector";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repoRoot = resolve(import.meta.dirname, "../..");
const vectorsFile = join(repoRoot, "docs/spec/vectors/signatures.json");
const read = JSON.parse(readFileSync(vectorsFile, "utf8")) as SignatureVectors;
const vectors = read.signatures;

/** The verifier as pages have it, and WebCrypto beside it; answers `[ours, WebCrypto's or null]` for each case. */
const entry = `
import { fromHex } from "@mingbai/codec/hex";
import { verifySignature } from "@mingbai/crypto/verify-signature";
async function byWebCrypto({ scheme, publicKey, message, signature }) {
  if (scheme !== "ed25519") return null;
  try {
    const key = await crypto.subtle.importKey("raw", fromHex(publicKey), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, fromHex(signature), fromHex(message));
  } catch {
    return false;
  }
}
globalThis.judgeAll = (cases) => Promise.all(cases.map(async (one) => {
  const bytes = { publicKey: fromHex(one.publicKey), message: fromHex(one.message),
    signature: fromHex(one.signature), id: fromHex(one.id) };
  return [verifySignature({ scheme: one.scheme, ...bytes }), await byWebCrypto(one)];
}));
`;

async function bundled(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-verdicts-"));
  writeFileSync(join(folder, "entry.js"), entry);
  const alias = ["codec", "crypto"].map((name) => ({
    find: new RegExp(`^@mingbai/${name}/(.*)$`),
    replacement: `${repoRoot}/packages/kernel/${name}/$1.ts`,
  }));
  await build({
    root: repoRoot,
    configFile: false,
    logLevel: "warn",
    resolve: { alias },
    build: {
      outDir: join(folder, "out"),
      target: "es2022",
      lib: { entry: join(folder, "entry.js"), formats: ["iife"], name: "verdicts", fileName: () => "verdicts.js" },
    },
  });
  return readFileSync(join(folder, "out/verdicts.js"), "utf8");
}

/** Every file of the product that may run in a page. */
function sources(): string[] {
  return ["packages/kernel", "packages/domains", "packages/sdk", "apps/web/src"].flatMap((folder) =>
    readdirSync(join(repoRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !name.includes("node_modules"))
      .map((name) => join(repoRoot, folder, name)),
  );
}

type Verdicts = readonly (readonly [ours: boolean, webCrypto: boolean | null])[];

let verdicts: Verdicts = [];
// WebCrypto exists in secure contexts only, and http://localhost is one.
const server = createServer((_request, response) => {
  response.setHeader("content-type", "text/html").end("<!doctype html><title>verdicts</title>");
});

beforeAll(async () => {
  const script = await bundled();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  await page.addScriptTag({ content: script });
  verdicts = (await page.evaluate(`judgeAll(${JSON.stringify(vectors)})`)) as Verdicts;
  await browser.close();
}, 60_000);

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("signatures in a real browser", () => {
  it("get the verdict of the table in every edge case, of every scheme", () => {
    const wrong = vectors.filter(({ valid }, index) => verdicts[index]?.[0] !== valid);
    expect(wrong.map(({ scheme, name }) => `${scheme}: ${name}`)).toEqual([]);
    expect(verdicts).toHaveLength(vectors.length);
  });

  it("are never left to WebCrypto, whose verdict is its own where the table is strict", () => {
    const ed25519 = vectors.flatMap((vector, index) => (vector.scheme === "ed25519" ? [{ vector, index }] : []));
    const judged = ed25519.map(({ vector, index }) => ({ valid: vector.valid, webCrypto: verdicts[index]?.[1] }));
    // A plain valid signature passes there too, so that a missing WebCrypto is not taken for a strict one.
    expect(judged[0]).toEqual({ valid: true, webCrypto: true });
    const differing = ed25519.filter((_, at) => judged[at]?.valid !== judged[at]?.webCrypto);
    console.info(`WebCrypto differs in: ${differing.map(({ vector }) => vector.name).join("; ") || "nothing"}`);
    expect(sources().filter((path) => readFileSync(path, "utf8").includes("subtle.verify"))).toEqual([]);
  });
});
