import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";
import { cspNoncePlaceholder } from "../csp.ts";

/** Styles stay with the pages that ask for them: all of them on every page would be another cascade. */
const code = /\.[cm]?[jt]sx?$/;

/**
 * A file for each page, few for what pages share: code that some pages have in common in a file for each such set is sixty files
 * a page, and to ask for one costs more than code that is not needed yet.
 */
const chunks = [
  { name: "vendor", tags: ["$initial" as const], test: /[\\/]node_modules[\\/]/ },
  { name: "shell", tags: ["$initial" as const], test: code },
  { name: "common", minShareCount: 5, test: code },
];

/** The application: one entry, names by content. */
export function appConfig({ root, outDir }: { root: string; outDir: string }): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    plugins: [react()],
    html: { cspNonce: cspNoncePlaceholder },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      // Data addresses for small files would need a wider policy.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_200,
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
    },
  };
}
