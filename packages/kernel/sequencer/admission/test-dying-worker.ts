import { parentPort } from "node:worker_threads";
import { type CheckReply, type CheckRequest, movedWith } from "./checked.ts";

/** A checking thread of a test: throws where the first byte is 1, ends where it is 2, is silent where it is 3. */
const port = parentPort;
if (port === null) throw new Error("runs in a worker thread only");

port.on("message", ({ ticket, job }: CheckRequest) => {
  if ("header" in job) throw new Error("is asked about envelopes only");
  const { bytes } = job;
  const [first] = bytes;
  if (first === 1) throw new Error("the thread throws");
  if (first === 2) process.exit(1);
  const reply: CheckReply = { ticket, result: { bytes, checked: [] } };
  if (first !== 3) port.postMessage(reply, movedWith(bytes));
});
