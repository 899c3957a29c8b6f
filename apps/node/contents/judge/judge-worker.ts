import { parentPort } from "node:worker_threads";
import { concat } from "@mingbai/codec/bytes";
import type { ToJudge } from "./file-judge.ts";
import { judgeFile } from "./judge-file.ts";

const port = parentPort;
if (port === null) throw new Error("this file is the entry of a thread");

const pieces: Uint8Array[] = [];

port.on("message", async (message: ToJudge) => {
  if (message !== "end") {
    pieces.push(message);
    return;
  }
  port.postMessage(await judgeFile(concat(...pieces.splice(0))));
});
