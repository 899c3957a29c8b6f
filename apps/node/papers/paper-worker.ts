import { parentPort } from "node:worker_threads";
import { loadTypst } from "./load-typst.ts";
import type { Paper } from "./paper.ts";
import { setPaper } from "./set-paper.ts";

/** One paper on its way to the setting thread. */
export interface PaperJob {
  readonly ticket: number;
  readonly paper: Paper;
}

/** absent: this platform has no machine to set papers. */
export type PaperReply = { readonly ticket: number } & (
  | { readonly pdf: Uint8Array }
  | { readonly fault: "absent" | "failed"; readonly message: string }
);

// The thread that sets papers: one takes some 300 ms, in which the thread that answers must not wait.
if (parentPort === null) throw new Error("paper-worker.ts runs as a worker thread");
const port = parentPort;
const loading = loadTypst();

port.on("message", async ({ ticket, paper }: PaperJob) => {
  port.postMessage(await replyTo(ticket, paper));
});

async function replyTo(ticket: number, paper: Paper): Promise<PaperReply> {
  try {
    const typst = await loading;
    if (typst === undefined) return { ticket, fault: "absent", message: "typst has no binary for this platform" };
    return { ticket, pdf: setPaper(typst, paper).pdf };
  } catch (error) {
    return { ticket, fault: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
