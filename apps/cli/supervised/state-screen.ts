import { formatTable } from "../format-table.ts";
import { stateWord } from "../node-state/state-words.ts";
import { inLanguage } from "../words.ts";
import type { SupervisedReport } from "./supervised-node.ts";

/** One process: what it is called, where its pages are, how it stands. */
export interface ScreenRow {
  readonly name: string;
  /** Empty where it has no pages. */
  readonly url: string;
  /** How many others keep the same ledger. */
  readonly others?: number;
  readonly report: SupervisedReport;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/**
 * Shows how processes stand: on a terminal as one table that is drawn again in its place, elsewhere as a line for each
 * change of state.
 */
export class StateScreen {
  readonly #output: Output;
  readonly #nameHead: string;
  readonly #states = new Map<string, string>();
  #rows: readonly ScreenRow[] = [];
  #lines = 0;

  /** `nameHead`: what the names are of. */
  constructor(output: Output, nameHead: string) {
    this.#output = output;
    this.#nameHead = nameHead;
  }

  show(rows: readonly ScreenRow[]): void {
    this.#rows = rows;
    if (this.#output.isTTY === true) this.#draw();
    else for (const row of rows) this.#tellChange(row);
  }

  /** Writes a line that stays, above the table. */
  say(line: string): void {
    this.#output.write(`${this.#takeAway()}${line}\n`);
    if (this.#output.isTTY === true) this.#draw();
  }

  #draw(): void {
    const text = `${formatTable([heads(this.#nameHead), ...this.#rows.map(cells)], new Set([3]))}\n`;
    // Long lines are cut, not wrapped (DECAWM), so that it is known how many they are.
    this.#output.write(`${this.#takeAway()}\x1b[?7l${text}\x1b[?7h`);
    this.#lines = text.split("\n").length - 1;
  }

  /** What goes up to where the table began, and away with what stands below (ECMA-48: CUU, ED). */
  #takeAway(): string {
    const lines = this.#lines;
    this.#lines = 0;
    return lines === 0 ? "" : `\x1b[${lines}A\x1b[J`;
  }

  #tellChange(row: ScreenRow): void {
    const state = `${row.report.state} ${row.report.reason ?? ""}`;
    if (this.#states.get(row.name) === state) return;
    this.#states.set(row.name, state);
    this.#output.write(`${cells(row).join("  ").trimEnd()}\n`);
  }
}

function heads(nameHead: string): string[] {
  return [
    nameHead,
    inLanguage({ en: "pages", zh: "网页" }),
    inLanguage({ en: "state", zh: "状态" }),
    inLanguage({ en: "height", zh: "高度" }),
    inLanguage({ en: "peers", zh: "已连接" }),
    "",
  ];
}

function cells({ name, url, others = 0, report }: ScreenRow): string[] {
  const { state, height, engine, reason } = report;
  const peers = engine === undefined ? "" : `${engine.peers.length}/${others}`;
  return [name, url, stateWord(state), height === undefined ? "" : String(height), peers, reason ?? ""];
}
