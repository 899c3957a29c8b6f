import { join, resolve } from "node:path";
import { build } from "vite";
import { appConfig } from "./build/app-config.ts";
import { buildOnce } from "./build/build-once.ts";
import { sourceDigest } from "./build/source-digest.ts";
import { verifyConfig } from "./build/verify-config.ts";

const appRoot = import.meta.dirname;
const repoRoot = resolve(appRoot, "../..");

/**
 * Builds the pages into `outDir` (usually `apps/web/dist`) unless they are there already for exactly these sources:
 * index.html with its assets, also compressed, and verify.html as one file. `say` hears each step in words.
 */
export async function buildWeb({
  outDir = join(appRoot, "dist"),
  say = () => undefined,
}: {
  readonly outDir?: string;
  readonly say?: (step: string) => void;
} = {}): Promise<{ readonly outDir: string }> {
  await buildOnce({
    outDir,
    digest: sourceDigest({ appRoots: [appRoot], repoRoot }),
    async make(building) {
      say("building the pages");
      await build(appConfig({ root: appRoot, outDir: building }));
      say("building the verify page as one file");
      await build(verifyConfig({ root: appRoot, outDir: building }));
    },
  });
  return { outDir };
}
