import { createHash } from "node:crypto";
import react from "@vitejs/plugin-react";
import type { InlineConfig, Plugin } from "vite";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** No network at all: a receipt that is verified here is seen by nobody. */
function policy(script: string, style: string): string {
  return `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
}

/** Puts the one script and the one style sheet into the page, and a policy that allows just these. */
function inlineAll(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const page = files.find(({ fileName }) => fileName.endsWith(".html"));
      const chunks = files.filter((file) => file.type === "chunk");
      const sheets = files.filter((file) => file.type === "asset" && file.fileName.endsWith(".css"));
      const [chunk] = chunks;
      if (page?.type !== "asset" || !chunk || chunks.length > 1) throw new Error("the verify page must be one script");
      // The text of a script element ends at the first closing tag, wherever it stands.
      const script = chunk.code.replaceAll("</script", "<\\/script");
      const style = sheets.map((file) => (file.type === "asset" ? String(file.source) : "")).join("");
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>/, "")
        .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, "")
        .replace(
          "<meta charset",
          () => `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}" />\n    <meta charset`,
        )
        .replace("</head>", () => `<style>${style}</style></head>`)
        .replace("</body>", () => `<script type="module">${script}</script></body>`);
      for (const file of files) if (file !== page) delete bundle[file.fileName];
    },
  };
}

/** The verify page as one HTML file that works from `file://`. */
export function verifyConfig({ root, outDir }: { root: string; outDir: string }): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    plugins: [react(), inlineAll()],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { input: `${root}/verify.html`, output: { codeSplitting: false } },
    },
  };
}
