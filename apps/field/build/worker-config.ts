import type { InlineConfig } from "vite";
import { fieldBase } from "./pages-config.ts";
import type { Shell } from "./shell-files.ts";

/** The service worker as one script with a name that stays, knowing the files of this build. */
export function workerConfig({ root, outDir, shell }: { root: string; outDir: string; shell: Shell }): InlineConfig {
  return {
    root,
    base: fieldBase,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    define: { __SHELL__: JSON.stringify(shell) },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      reportCompressedSize: false,
      rolldownOptions: {
        input: `${root}/src/shell-worker/worker.ts`,
        output: { entryFileNames: "worker.js", format: "iife" },
      },
    },
  };
}
