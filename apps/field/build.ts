import { join, resolve } from "node:path";
import { buildOnce } from "@mingbai/app-web/build/build-once";
import { sourceDigest } from "@mingbai/app-web/build/source-digest";
import { build } from "vite";
import { pagesConfig } from "./build/pages-config.ts";
import { listShell } from "./build/shell-files.ts";
import { workerConfig } from "./build/worker-config.ts";

const appRoot = import.meta.dirname;
const repoRoot = resolve(appRoot, "../..");

/**
 * Builds the phone application into `outDir` (usually `apps/field/dist`) unless it is there already for exactly these
 * sources: the page with its assets, also compressed, and the worker that keeps them on the phone.
 */
export async function buildField({
  outDir = join(appRoot, "dist"),
  say = () => undefined,
}: {
  readonly outDir?: string;
  readonly say?: (step: string) => void;
} = {}): Promise<{ readonly outDir: string }> {
  await buildOnce({
    outDir,
    digest: sourceDigest({ appRoots: [appRoot, join(repoRoot, "apps/web")], repoRoot }),
    async make(building) {
      say("building the phone's pages");
      await build(pagesConfig({ root: appRoot, outDir: building }));
      await build(workerConfig({ root: appRoot, outDir: building, shell: listShell(building) }));
    },
  });
  return { outDir };
}
