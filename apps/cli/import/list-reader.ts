import { Worker } from "node:worker_threads";
import type { ListCalls, ListReply, ListRequest, NewList } from "./list-calls.ts";
import type { ListChoice, ListFacts } from "./read-list.ts";

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

type Ask = (name: ListRequest["name"], input: unknown) => Promise<unknown>;
type Answer<Name extends keyof ListCalls> = Promise<ReturnType<ListCalls[Name]>>;

/** A list whose rows lie in the reading thread. Methods are those of `ReadList`. */
export class OpenList {
  readonly name: string;
  readonly facts: ListFacts;
  readonly #ask: Ask;

  constructor(name: string, facts: ListFacts, ask: Ask) {
    this.name = name;
    this.facts = facts;
    this.#ask = ask;
  }

  guess(...input: Parameters<ListCalls["guess"]>): Answer<"guess"> {
    return this.#call("guess", input);
  }

  read(...input: Parameters<ListCalls["read"]>): Answer<"read"> {
    return this.#call("read", input);
  }

  plan(...input: Parameters<ListCalls["plan"]>): Answer<"plan"> {
    return this.#call("plan", input);
  }

  makeLines(...input: Parameters<ListCalls["makeLines"]>): Answer<"makeLines"> {
    return this.#call("makeLines", input);
  }

  /** Lets the rows go; nothing can be asked afterwards. */
  async forget(): Promise<void> {
    await this.#ask("forget", undefined);
  }

  async #call<Name extends keyof ListCalls>(name: Name, input: Parameters<ListCalls[Name]>): Answer<Name> {
    return (await this.#ask(name, input)) as ReturnType<ListCalls[Name]>;
  }
}

const workerUrl = new URL("./list-worker.ts", import.meta.url);
/** Rows live until their lines are made: fewer and larger collections of the young copy them less often. */
const maxYoungGenerationSizeMb = 192;

/** One thread that reads lists, plans them and makes their lines, while the caller's thread signs and executes. */
export class ListReader {
  readonly #worker = new Worker(workerUrl, { resourceLimits: { maxYoungGenerationSizeMb } });
  readonly #waiting = new Map<number, Waiting>();
  #lists = 0;
  #tickets = 0;

  constructor() {
    this.#worker.on("message", (reply: ListReply) => this.#take(reply));
    this.#worker.on("error", (cause) => this.#failAll(new Error("the reading thread died", { cause })));
    this.#worker.on("exit", () => this.#failAll(new Error("the reading thread ended")));
  }

  /** Cuts a file into rows; `name` is what people call it. Rejects as `readTableFile` throws. */
  async open(name: string, bytes: Uint8Array, choice: ListChoice = {}): Promise<OpenList> {
    const list = this.#lists++;
    const ask: Ask = (call, input) => this.#ask({ ticket: this.#tickets++, list, name: call, input });
    const facts = (await ask("open", { bytes, choice } satisfies NewList)) as ListFacts;
    return new OpenList(name, facts, ask);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(request: ListRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.ticket, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  #take(reply: ListReply): void {
    const waiting = this.#waiting.get(reply.ticket);
    this.#waiting.delete(reply.ticket);
    if ("output" in reply) waiting?.resolve(reply.output);
    else waiting?.reject(Object.assign(new Error(reply.failure.message), { name: reply.failure.name }));
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
