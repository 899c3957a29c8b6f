import { findLeaf } from "@mingbai/ledger/execute/leaf";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import type { ExecutedBlock } from "./test-ledger.ts";

/** Gathers the blocks of a test's ledger as the projector would read them from a log. Give `add` as `onBlock`. */
export class ProjectedBlocks {
  readonly all: ProjectedBlock[] = [];
  #logSize = 0;

  readonly add = ({ height, timeMs, executed, envelope }: ExecutedBlock): void => {
    const nothing = new Uint8Array(32);
    const transactions = executed.map(({ leaf: leafBytes, outcome, place }, index) => {
      const leaf = findLeaf(leafBytes);
      if (leaf === undefined) throw new Error("a leaf that cannot be read");
      const { events, refusal, lineResults } = outcome;
      const refusedLines = [...(lineResults ?? [])].flatMap((code, line) => (code > 0 ? [[line, code] as const] : []));
      const signed = place === undefined ? undefined : envelope;
      return { logIndex: this.#logSize + index, leaf, leafBytes, events, refusal, refusedLines, envelope: signed };
    });
    this.#logSize += executed.length;
    const hashes = { appHash: nothing, logRoot: nothing, effects: nothing };
    this.all.push({
      number: this.all.length,
      height,
      timeMs,
      logSize: this.#logSize,
      bodyBytes: 0,
      transactions,
      ...hashes,
    });
  };
}
