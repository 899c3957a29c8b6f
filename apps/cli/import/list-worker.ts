import { parentPort } from "node:worker_threads";
import type { ListCalls, ListReply, ListRequest, NewList } from "./list-calls.ts";
import type { MadeLines } from "./make-batches.ts";
import { ReadList } from "./read-list.ts";

// The thread that reads lists and makes their lines, so that the thread that signs and executes never waits for it.
if (parentPort === null) throw new Error("list-worker.ts runs as a worker thread");
const port = parentPort;
const lists = new Map<number, ReadList>();

port.on("message", async (request: ListRequest) => {
  const { ticket } = request;
  try {
    const output = await answer(request);
    port.postMessage({ ticket, output } satisfies ListReply, request.name === "makeLines" ? memoryOf(output) : []);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message } = error;
    port.postMessage({ ticket, failure: { name, message } } satisfies ListReply);
  }
});

async function answer({ list, name, input }: ListRequest): Promise<unknown> {
  if (name === "open") {
    const { bytes, choice } = input as NewList;
    const read = await ReadList.open(bytes, choice);
    lists.set(list, read);
    return read.facts;
  }
  if (name === "forget") return lists.delete(list);
  const read = lists.get(list);
  if (read === undefined) throw new RangeError(`list ${list} is not open`);
  switch (name) {
    case "guess":
      return read.guess(...(input as Parameters<ListCalls["guess"]>));
    case "read":
      return read.read(...(input as Parameters<ListCalls["read"]>));
    case "plan":
      return read.plan(...(input as Parameters<ListCalls["plan"]>));
    case "makeLines":
      return read.makeLines(...(input as Parameters<ListCalls["makeLines"]>));
  }
}

/** Lines are handed over, not copied. */
function memoryOf(output: unknown): ArrayBuffer[] {
  return (output as MadeLines[]).flatMap(({ body, content }) => [body.buffer, content.buffer]);
}
