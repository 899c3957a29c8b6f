import { fork } from "node:child_process";
import { join } from "node:path";
import { disconnect, KeptProcess } from "@mingbai/sequencer/processes/kept-process";

/** The demo's bank as this process starts it; the bank itself knows nothing of this node but its address. */
const bankScript = join(import.meta.dirname, "../../bank/main.ts");
const backOffMs = { min: 500, max: 30_000 };

export interface BankKeeping {
  /** The port that it would like; it takes a free one where that is taken. */
  readonly port: number;
  readonly data: string;
  readonly node: string;
  /** Hears the address of its page, each time it has started. */
  readonly onListening: (url: string) => void;
}

/** Keeps the demo's bank running beside the node. It ends with this process, and is started again when it dies. */
export function keepBank({ port, data, node, onListening }: BankKeeping): KeptProcess {
  const args = ["--port", String(port), "--or-free", "--data", data, "--node", node];
  const kept: KeptProcess = new KeptProcess({
    backOffMs,
    end: disconnect,
    start() {
      const child = fork(bankScript, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      child.on("message", ({ url }: { url: string }) => {
        kept.works();
        onListening(url);
      });
      return child;
    },
  });
  return kept;
}
