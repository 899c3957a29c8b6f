import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const fontFolders = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map((file) =>
  dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`))),
);

/** The machine that sets papers, with Chinese glyphs in two weights; undefined on platforms that its native part is not made for. */
export async function loadTypst(): Promise<NodeCompiler | undefined> {
  const typst = await import("@myriaddreamin/typst-ts-node-compiler").catch((cause: Error) => absent(cause));
  return typst?.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: fontFolders }] });
}

/** The loader throws of many kinds where no binary fits; papers are then printed by the browser, and nothing else is lost. */
function absent(_cause: Error): undefined {
  return undefined;
}
