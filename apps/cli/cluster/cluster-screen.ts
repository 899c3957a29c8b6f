import { formatTable } from "../format-table.ts";
import { stateWord } from "../node-state/state-words.ts";
import { inLanguage } from "../words.ts";
import type { SupervisedReport } from "./supervised-node.ts";

/** One node's line: whose it is, where its pages are, how it stands. */
export interface ScreenRow {
  readonly organisation: string;
  readonly url: string;
  /** How many others there are. */
  readonly others: number;
  readonly report: SupervisedReport;
}

/**
 * Shows how the nodes stand: on a terminal as one table that is drawn again in its place, elsewhere as a line for each
 * change of state.
 */
export class ClusterScreen {
  readonly #output: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly #states = new Map<string, string>();
  #lines = 0;

  constructor(output: { write(text: string): unknown; readonly isTTY?: boolean }) {
    this.#output = output;
  }

  show(rows: readonly ScreenRow[]): void {
    if (this.#output.isTTY === true) this.#draw(rows);
    else for (const row of rows) this.#tellChange(row);
  }

  #draw(rows: readonly ScreenRow[]): void {
    const text = `${formatTable([heads(), ...rows.map(cells)], new Set([3]))}\n`;
    // Up to where the table began, and away with what stands below (ECMA-48: CUU, ED). Long lines are cut, not wrapped
    // (DECAWM), so that it is known how many they are.
    this.#output.write(`${this.#lines === 0 ? "" : `\x1b[${this.#lines}A\x1b[J`}\x1b[?7l${text}\x1b[?7h`);
    this.#lines = text.split("\n").length - 1;
  }

  #tellChange(row: ScreenRow): void {
    const state = `${row.report.state} ${row.report.reason ?? ""}`;
    if (this.#states.get(row.organisation) === state) return;
    this.#states.set(row.organisation, state);
    this.#output.write(`${cells(row).join("  ").trimEnd()}\n`);
  }
}

function heads(): string[] {
  return [
    inLanguage({ en: "organisation", zh: "机构" }),
    inLanguage({ en: "pages", zh: "网页" }),
    inLanguage({ en: "state", zh: "状态" }),
    inLanguage({ en: "height", zh: "高度" }),
    inLanguage({ en: "peers", zh: "已连接" }),
    "",
  ];
}

function cells({ organisation, url, others, report }: ScreenRow): string[] {
  const { state, height, engine, reason } = report;
  const peers = engine === undefined ? "" : `${engine.peers.length}/${others}`;
  return [organisation, url, stateWord(state), height === undefined ? "" : String(height), peers, reason ?? ""];
}
