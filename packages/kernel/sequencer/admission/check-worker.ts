import { parentPort, receiveMessageOnPort } from "node:worker_threads";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { checkEnvelopes } from "./check-envelopes.ts";
import { type CheckReply, type CheckRequest, movedWith } from "./checked.ts";
import { TurnQueue } from "./turn-queue.ts";

/** A batch of 8,192 lines takes less than 64 commands of a twentieth of its bytes: beyond this, bytes say nothing of work. */
const costBytesMax = 32 * 1024;

const port = parentPort;
if (port === null) throw new Error("check-worker runs in a worker thread only");

const queue = new TurnQueue<CheckRequest>();

function offer(request: CheckRequest): void {
  const { job, sender } = request;
  const { length } = "header" in job ? job.body : job.bytes;
  queue.offer(request, { sender, cost: Math.min(length, costBytesMax) });
}

function resultOf(job: CheckRequest["job"]): CheckReply["result"] {
  if ("header" in job) return checkContainer(job.header, job.body);
  return { bytes: job.bytes, checked: checkEnvelopes(job.bytes, job.envelopesMax) };
}

port.on("message", (first: CheckRequest) => {
  offer(first);
  // What came meanwhile is looked at before each choice, so that one who asks for little is not kept waiting.
  for (;;) {
    for (let more = receiveMessageOnPort(port); more !== undefined; more = receiveMessageOnPort(port)) {
      offer(more.message);
    }
    const request = queue.take();
    if (request === undefined) return;
    const result = resultOf(request.job);
    const reply: CheckReply = { ticket: request.ticket, result };
    port.postMessage(reply, "bytes" in result ? movedWith(result.bytes) : []);
  }
});
