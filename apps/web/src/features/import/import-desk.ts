import { toHex } from "@mingbai/codec/hex";
import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { ColumnTarget, ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import { type CellCorrection, type CellPlace, isSameCell } from "@mingbai/registry/content/import/read/correct-cells";
import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import { registryCommands } from "@mingbai/registry/schema";
import { randomBytes } from "@mingbai/sdk/disbursement/salted-content";
import { type ImportResult, importHouseholds } from "@mingbai/sdk/household-import/import-households";
import type { ImportCounts } from "@mingbai/sdk/household-import/import-step";
import { alikeAtNode, knownAtNode } from "@mingbai/sdk/household-import/known-at-node";
import { type UndoneCounts, undoImport } from "@mingbai/sdk/household-import/undo-import";
import { waitForTables } from "@mingbai/sdk/household-import/wait-for-tables";
import { actAs } from "@mingbai/sdk/index";
import { nodeClient } from "../../api/node-client.ts";
import { findSigner } from "../../keys/find-signer.ts";
import { keyNotHere } from "../../session/problem-texts.ts";
import type { Session } from "../../session/session.ts";
import { form } from "../registry/form-words.ts";
import { type Decision, type Decisions, planDecided } from "./decisions.ts";
import { findKeptFile, type KeptImport, keepImport, storedJournal } from "./import-store.ts";
import type { OpenedList } from "./list-message.ts";
import { ListThread } from "./list-thread.ts";
import { countPlanned, isQueued, noPlan, type PlanCounts, type QueueItem, queueItem, queueMax } from "./queue.ts";
import { findSavedMapping, saveMapping } from "./saved-mapping.ts";

export const phases = ["choose", "columns", "checks", "queue", "run", "result"] as const;
export type Phase = (typeof phases)[number];

/** Commands of an import have an order of their own, so that they and single acts never wait for each other's numbers. */
const lane = 2;

export interface DeskState {
  readonly phase: Phase;
  /** Something is under way; how many households it has gone over. */
  readonly busy?: { readonly households: number };
  readonly file?: { readonly file: File; readonly name: string };
  readonly list?: OpenedList;
  readonly mapping?: ImportMapping;
  readonly isSavedMapping?: boolean;
  readonly summary?: ListSummary;
  readonly places: { readonly [code: string]: string };
  readonly plan?: PlanCounts;
  readonly queue: readonly QueueItem[];
  readonly decisions: Decisions;
  /** Cells that were filled in here, beside what the file has there. */
  readonly corrections: readonly CellCorrection[];
  readonly import?: string;
  readonly round: number;
  readonly counts?: ImportCounts;
  readonly result?: ImportResult;
  readonly undone?: UndoneCounts;
  readonly fault?: unknown;
}

const start: DeskState = { phase: "choose", places: {}, queue: [], decisions: {}, corrections: [], round: 0 };

/** The import desk of this page: it lives beside the pages, so that what is under way goes on while others are looked at. */
class ImportDesk {
  #state: DeskState = start;
  #thread: ListThread | undefined;
  #stop: AbortController | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): DeskState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  reset(): void {
    this.#thread?.close();
    this.#thread = undefined;
    this.#state = start;
    this.#tell();
  }

  /**
   * Reads the beginning of a file and guesses what its columns are; a mapping saved for this layout counts more. `sheets`: of a
   * workbook one, or the two that have the households and their people.
   */
  choose(file: File, divisions: readonly NamedDivision[], sheets: readonly string[] = []): Promise<void> {
    const { places, list: before } = this.#state;
    const first = {
      places,
      file: { file, name: file.name },
      // Where other sheets of the same file cannot be read, those that there are stay to be chosen from.
      list: sheets.length > 0 ? before : undefined,
    };
    return this.#during({ ...start, ...first }, async () => {
      const list = await this.#openThread().open(file, sheets, divisions);
      const saved = await findSavedMapping(list.fingerprint);
      const mapping = saved ?? list.guess.mapping;
      this.#change({ phase: "columns", list, mapping, isSavedMapping: saved !== undefined });
    });
  }

  /** `sheet`: its place in the mapping. */
  mapColumn(sheet: number, column: number, target: ColumnTarget): void {
    const { mapping } = this.#state;
    if (mapping === undefined) return;
    const sheets = mapping.sheets.map((one, at) =>
      at !== sheet
        ? one
        : { ...one, columns: one.columns.map((of, place) => (place === column ? { ...of, target } : of)) },
    );
    this.#change({ mapping: { ...mapping, sheets }, isSavedMapping: false });
  }

  /** Reads every row under the confirmed mapping, which is saved for the next list of this layout. */
  check(day: string, placeOf: (code: string) => string | undefined): Promise<void> {
    const { mapping, list, file, corrections } = this.#state;
    return this.#during({ phase: "checks", counts: undefined, plan: undefined, summary: undefined }, async () => {
      if (mapping === undefined || list === undefined) return;
      await saveMapping({ fingerprint: list.fingerprint, name: file?.name ?? "", mapping });
      const summary = await this.#openThread().check({ mapping, day, corrections }, (households) =>
        this.#progress(households),
      );
      const found = summary.villages.flatMap(({ code }): [string, string][] => {
        const area = placeOf(code);
        return area === undefined ? [] : [[code, area]];
      });
      this.#change({ summary, places: { ...Object.fromEntries(found), ...this.#state.places } });
    });
  }

  /** What stands in a cell of the file. */
  cell(place: CellPlace): Promise<string> {
    return this.#openThread().cell(place);
  }

  /** Says what a cell means; the same text as the file has takes that back. The list is read again when it is checked. */
  correct(correction: CellCorrection): void {
    const { was, text } = correction;
    const others = this.#state.corrections.filter((one) => !isSameCell(one, correction));
    this.#change({ corrections: text === was ? others : [...others, correction] });
  }

  setPlace(code: string, area: string): void {
    this.#change({ places: { ...this.#state.places, [code]: area } });
  }

  /** Goes over the list against what is known; nothing is written. */
  plan(session: Session, day: string): Promise<void> {
    const { mapping, decisions, corrections } = this.#state;
    return this.#during({ phase: "queue", queue: [] }, async () => {
      if (mapping === undefined) return;
      let [plan, queue]: [PlanCounts, readonly QueueItem[]] = [noPlan, []];
      const households = this.#openThread().households({ mapping, day, corrections });
      let gone = 0;
      for await (const one of planDecided(households, { decisions }, await portsOf(session))) {
        plan = countPlanned(plan, one, this.#areaOf(one));
        if (isQueued(one) && queue.length < queueMax) queue = [...queue, queueItem(one)];
        if (++gone % 100 === 0) this.#progress(gone);
      }
      this.#change({ plan, queue });
    });
  }

  decide(key: string, decision: Decision | undefined): void {
    const { [key]: _before, ...others } = this.#state.decisions;
    this.#change({ decisions: decision === undefined ? others : { ...others, [key]: decision } });
  }

  /** Writes what may be written. `only`: households that were decided after the first run. */
  async run(session: Session, day: string, only?: readonly string[]): Promise<void> {
    const { mapping, file, list, places, decisions, corrections, round } = this.#state;
    if (mapping === undefined || file === undefined) return;
    const kept: KeptImport = {
      import: this.#state.import ?? toHex(randomBytes(8)),
      owner: session.account,
      name: file.name,
      sheets: list?.read ?? [],
      mapping,
      day,
      places,
      decisions,
      corrections,
      round: round + 1,
      ...(only !== undefined && { only }),
      beganMs: Date.now(),
      isDone: false,
    };
    this.#change({ import: kept.import, round: kept.round });
    await this.#during({ phase: "run" }, async () => {
      await keepImport(kept, file.file);
      await this.#send(session, kept);
    });
  }

  /** Goes on with an import that was broken off when its page was closed. */
  resume(session: Session, kept: KeptImport, divisions: readonly NamedDivision[]): Promise<void> {
    const { import: number, mapping, places, decisions, corrections, round } = kept;
    return this.#during(
      { ...start, phase: "run", import: number, mapping, places, decisions, corrections, round },
      async () => {
        const file = await findKeptFile(kept);
        if (file === undefined) throw new Error("the file of this import is not kept here");
        const list = await this.#openThread().open(file, kept.sheets, divisions);
        this.#change({ file: { file, name: kept.name }, list });
        await this.#send(session, kept);
      },
    );
  }

  /** Stops after what is on its way. */
  cancel(): void {
    this.#stop?.abort();
  }

  undo(session: Session, number: string): Promise<void> {
    return this.#during({}, async () => {
      const actor = await actorOf(session);
      const onProgress = (undone: UndoneCounts) => this.#change({ undone });
      const undone = await undoImport({ client: nodeClient, actor, import: number, form: form.version, onProgress });
      this.#change({ undone });
    });
  }

  async #send(session: Session, kept: KeptImport): Promise<void> {
    const { import: number, mapping, day, decisions, corrections, only } = kept;
    const ports = await portsOf(session);
    this.#stop = new AbortController();
    const chosen = only && new Set(only);
    const name = `mingbai import ${number}`;
    const result = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) throw new SentElsewhereError("another page is importing this list");
      return importHouseholds({
        client: nodeClient,
        actor: await actorOf(session),
        import: number,
        form: form.version,
        planned: (leftOut) =>
          planDecided(
            this.#openThread().households({ mapping, day, corrections }),
            { decisions, leftOut, only: chosen },
            ports,
          ),
        areaOf: (planned) => this.#areaOf(planned),
        journal: storedJournal(kept),
        onProgress: (counts) => this.#change({ counts, busy: { households: counts.taken } }),
        signal: this.#stop?.signal ?? AbortSignal.abort(),
      });
    });
    if (!result.isStopped) await keepImport({ ...kept, isDone: true });
    await waitForTables(nodeClient, result.height);
    this.#change({ phase: "result", result, counts: result.counts });
  }

  #areaOf({ read }: PlannedHousehold): string | undefined {
    const code = read.household.values[knownFields.household.village];
    return this.#state.places[typeof code === "string" ? code : ""];
  }

  #openThread(): ListThread {
    this.#thread ??= new ListThread();
    return this.#thread;
  }

  async #during(
    first: { readonly [Name in keyof DeskState]?: DeskState[Name] | undefined },
    work: () => Promise<void>,
  ) {
    this.#change({ ...first, busy: { households: 0 }, fault: undefined });
    try {
      await work();
    } catch (fault) {
      this.#change({ fault });
    } finally {
      this.#change({ busy: undefined });
    }
  }

  #progress(households: number): void {
    this.#change({ busy: { households } });
  }

  #change(part: { readonly [Name in keyof DeskState]?: DeskState[Name] | undefined }): void {
    this.#state = { ...this.#state, ...part } as DeskState;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Another page of this browser is writing the same import. */
export class SentElsewhereError extends Error {
  override name = "SentElsewhereError";
}

async function actorOf({ keyId }: Session) {
  const signer = await findSigner(keyId);
  if (signer === undefined) throw keyNotHere();
  return () => actAs(nodeClient, { signer, keyId, lane, commands: { registry: registryCommands } });
}

async function portsOf(session: Session) {
  return { known: knownAtNode({ client: nodeClient, actor: await actorOf(session) }), alike: alikeAtNode(nodeClient) };
}

export const importDesk = new ImportDesk();
