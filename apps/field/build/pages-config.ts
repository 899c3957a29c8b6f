import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";

/** Where the node serves the phone application. */
export const fieldBase = "/field/";

/** The application: one entry, and a chunk for what is only needed when a record is handed in. */
export function pagesConfig({ root, outDir }: { root: string; outDir: string }): InlineConfig {
  return {
    root,
    base: fieldBase,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    plugins: [react()],
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
