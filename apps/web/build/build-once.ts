import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { constants, gzipSync } from "node:zlib";

const digestFile = "sources.sha256";
const gzipEnding = ".gz";

/**
 * Has `make` build pages into a folder, unless `outDir` holds the build of these very sources (`digest`) already; then each
 * script and style sheet under `assets` lies there compressed too. They are built beside `outDir` and put there whole, so
 * that an interrupted build leaves what was there.
 */
export async function buildOnce({
  outDir,
  digest,
  make,
}: {
  readonly outDir: string;
  readonly digest: string;
  readonly make: (building: string) => Promise<void>;
}): Promise<void> {
  const digestPath = join(outDir, digestFile);
  const isThere = () => existsSync(digestPath) && readFileSync(digestPath, "utf8") === digest;
  if (isThere()) return;
  const building = join(dirname(outDir), `.dist-${process.pid}.tmp`);
  await asProduction(() => make(building));
  compressAssets(join(building, "assets"));
  writeFileSync(join(building, digestFile), digest);
  putInPlace(building, outDir, isThere);
}

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
