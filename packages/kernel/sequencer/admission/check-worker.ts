import { parentPort } from "node:worker_threads";
import { checkEnvelopes } from "./check-envelopes.ts";
import { type CheckReply, type CheckRequest, movedWith } from "./checked.ts";

const port = parentPort;
if (port === null) throw new Error("check-worker runs in a worker thread only");

port.on("message", ({ ticket, bytes, envelopesMax }: CheckRequest) => {
  const reply: CheckReply = { ticket, bytes, checked: checkEnvelopes(bytes, envelopesMax) };
  port.postMessage(reply, movedWith(bytes));
});
