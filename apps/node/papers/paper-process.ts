import { loadTypst } from "./load-typst.ts";
import type { Paper } from "./paper.ts";
import { setPaper } from "./set-paper.ts";

/** What the process that sets papers answers to each. absent: this platform has no machine to set papers. */
export type PaperReply =
  | { readonly pdf: Uint8Array }
  | { readonly fault: "absent" | "failed"; readonly message: string };

const loading = loadTypst();

process.on("message", (paper: Paper) => void replyTo(paper).then((reply) => process.send?.(reply)));
// It ends with the node, however that ended.
process.on("disconnect", () => process.exit());

async function replyTo(paper: Paper): Promise<PaperReply> {
  try {
    const typst = await loading;
    if (typst === undefined) return { fault: "absent", message: "typst has no binary for this platform" };
    return { pdf: setPaper(typst, paper).pdf };
  } catch (error) {
    return { fault: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
