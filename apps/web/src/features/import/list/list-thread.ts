import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import type { CellPlace } from "@mingbai/registry/content/import/read/correct-cells";
import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { form } from "../../registry/form-words.ts";
import type { ListAnswer, ListRequest, OpenedList, ReadingOf, Unreadable } from "./list-message.ts";

/** A list that was not read, and why. */
export class ListUnreadableError extends Error {
  override name = "ListUnreadableError";
  readonly why: Unreadable;

  constructor(why: Unreadable) {
    super(typeof why === "string" ? why : why.en);
    this.why = why;
  }
}

/** A list in a thread of its own. One question at a time. Throws ListUnreadableError. */
export class ListThread {
  readonly #worker = new Worker(new URL("./list-worker.ts", import.meta.url), { type: "module" });

  async open(file: File, sheets: readonly string[], divisions: readonly NamedDivision[]): Promise<OpenedList> {
    return (await this.#ask({ kind: "open", file, sheets, divisions, form }, "opened")).list;
  }

  async check(of: ReadingOf, onProgress: (households: number) => void): Promise<ListSummary> {
    return (await this.#ask({ kind: "check", ...of }, "checked", onProgress)).summary;
  }

  /** The households of the list, in its order, some hundred at a time. */
  async *households(of: ReadingOf): AsyncGenerator<ReadHousehold> {
    await this.#ask({ kind: "read", ...of }, "begun");
    for (let isEnd = false; !isEnd; ) {
      const said = await this.#ask({ kind: "next" }, "households");
      yield* said.households;
      isEnd = said.isEnd;
    }
  }

  async cell(place: CellPlace): Promise<string> {
    return (await this.#ask({ kind: "cell", ...place }, "cell")).text;
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask<Kind extends ListAnswer["kind"]>(
    request: ListRequest,
    wanted: Kind,
    onProgress: (households: number) => void = () => undefined,
  ): Promise<Extract<ListAnswer, { kind: Kind }>> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const end = () => {
        worker.removeEventListener("message", hear);
        worker.removeEventListener("error", broke);
      };
      const broke = () => {
        end();
        reject(new ListUnreadableError("broken"));
      };
      const hear = ({ data }: MessageEvent<ListAnswer>) => {
        if (data.kind === "progress") return onProgress(data.households);
        end();
        if (data.kind === "failed") reject(new ListUnreadableError(data.why));
        else if (data.kind === wanted) resolve(data as Extract<ListAnswer, { kind: Kind }>);
      };
      worker.addEventListener("message", hear);
      worker.addEventListener("error", broke);
      worker.postMessage(request);
    });
  }
}
