import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { build } from "vite";
import { appConfig } from "./build/app-config.ts";
import { sourceDigest } from "./build/source-digest.ts";
import { verifyConfig } from "./build/verify-config.ts";

const appRoot = import.meta.dirname;
const repoRoot = resolve(appRoot, "../..");
const digestFile = "sources.sha256";
const gzipEnding = ".gz";

/** Puts each script and style sheet a second time beside itself, as it goes over the line: a third of the bytes. */
function compressAssets(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css)$/.test(one))) {
    const path = join(folder, name);
    writeFileSync(path + gzipEnding, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }));
  }
}

/**
 * Runs `work` as production whatever the caller is: Vite and its plugins choose React's development half by this
 * variable, and a test run must build the pages that are shipped.
 */
async function asProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * Builds the pages into `outDir` (usually `apps/web/dist`) unless they are there already for exactly these sources:
 * index.html with its assets, also compressed, and verify.html as one file. `say` hears each step in words. They are
 * built beside it and put there whole, so that an interrupted build leaves what was there.
 */
export async function buildWeb({
  outDir = join(appRoot, "dist"),
  say = () => undefined,
}: {
  readonly outDir?: string;
  readonly say?: (step: string) => void;
} = {}): Promise<{ readonly outDir: string }> {
  const digest = sourceDigest({ appRoot, repoRoot });
  const digestPath = join(outDir, digestFile);
  if (existsSync(digestPath) && readFileSync(digestPath, "utf8") === digest) return { outDir };
  const building = join(dirname(outDir), `.dist-${process.pid}.tmp`);
  await asProduction(async () => {
    say("building the pages");
    await build(appConfig({ root: appRoot, outDir: building }));
    say("building the verify page as one file");
    await build(verifyConfig({ root: appRoot, outDir: building }));
  });
  compressAssets(join(building, "assets"));
  writeFileSync(join(building, digestFile), digest);
  putInPlace(building, outDir, () => readFileSync(digestPath, "utf8") === digest);
  return { outDir };
}

/** Nodes that start together build at the same time: whoever comes second leaves the first one's pages, where they are the same. */
function putInPlace(building: string, outDir: string, isThere: () => boolean): void {
  try {
    rmSync(outDir, { recursive: true, force: true });
    renameSync(building, outDir);
  } catch (error) {
    const isTaken =
      error instanceof Error && "code" in error && (error.code === "ENOTEMPTY" || error.code === "EEXIST");
    if (!isTaken || !isThere()) throw error;
    rmSync(building, { recursive: true, force: true });
  }
}
