import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";
import { cspNoncePlaceholder } from "../csp.ts";

/** The application: one entry, a chunk for each page and for what pages share, names by content. */
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
    },
  };
}
