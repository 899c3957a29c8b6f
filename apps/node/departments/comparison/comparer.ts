import { setTimeout } from "node:timers/promises";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { ReadyRules } from "@mingbai/registry/content/compare/compile-rules";
import { findUnregistered } from "@mingbai/registry/content/compare/find-unregistered";
import type { ComparedFile, HouseholdIndex } from "@mingbai/registry/content/compare/household-index";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import type { AskRows } from "@mingbai/registry/queries/ask-rows";
import type { RunState } from "@mingbai/registry/queries/comparison/comparison-tables";
import { findSettlements } from "@mingbai/registry/queries/find-settlements";
import { getForm } from "@mingbai/registry/queries/get-form";
import type pg from "pg";
import type { DataFolder } from "../../data-folder.ts";
import type { RunPlace } from "../runs/run-files.ts";
import { rulesInForce } from "../sources/rules-in-force.ts";
import { type DepartmentsFile, DepartmentsInvalid, readDepartments } from "../sources/source-config.ts";
import { type Comparing, checkFiles, compareFiles } from "./compare-files.ts";
import type { ComparisonRequest } from "./comparison-messages.ts";
import { HeldFacts } from "./held-facts.ts";
import { countFiles, readFiles } from "./read-files.ts";
import { readIndex, readIndexAround } from "./read-index.ts";
import { RunRecord } from "./run-record.ts";
import { takeSources } from "./take-sources.ts";
import { writeUnregistered } from "./write-unregistered.ts";
import { forgetOthers, writeVerdicts } from "./write-verdicts.ts";

export interface ComparerParts {
  readonly folder: Pick<DataFolder, "departments" | "drops">;
  readonly place: RunPlace;
  /** Reads the tables in one transaction. */
  readonly reading: pg.Client;
  /** Writes what was found, a batch at a time, and how far the run is. */
  readonly writing: pg.Client;
  readonly signer: Signer;
  readonly sender: string;
  readonly now?: () => number;
}

type Batches = Iterable<readonly ComparedFile[]> | AsyncIterable<readonly ComparedFile[]>;

/** Compares what departments know with the files in the tables: asks them, opens what they said, judges each household, writes verdicts. */
export class Comparer {
  readonly #parts: ComparerParts;
  readonly #facts: HeldFacts;
  readonly #now: () => number;
  #rules: { readonly of: string; readonly ready: ReadyRules } | undefined;

  readonly #askRows: AskRows = async (text, values) => (await this.#parts.reading.query(text, [...values])).rows;

  constructor(parts: ComparerParts) {
    this.#parts = parts;
    this.#facts = new HeldFacts(parts.place);
    this.#now = parts.now ?? Date.now;
  }

  /**
   * One run to its end; "taken" where the clock's hour has its run already. `onBegun`: its row is there. Faults are written into it;
   * what else goes wrong is thrown.
   */
  async run(
    request: ComparisonRequest,
    signal: AbortSignal,
    onBegun: () => void = () => undefined,
  ): Promise<RunState | "taken"> {
    const record = await RunRecord.begin(this.#parts.writing, request, this.#now());
    if (record === undefined) return "taken";
    onBegun();
    try {
      const departments = await readDepartments(this.#parts.folder.departments);
      if (request.ask) await this.#ask(departments, record, signal);
      if (!signal.aborted) await this.#compare(request, departments, { record, signal });
      const state = signal.aborted ? "cancelled" : "done";
      await record.change({ state, ended_ms: this.#now() });
      return state;
    } catch (error) {
      const isKnown = error instanceof DepartmentsInvalid;
      const trouble = isKnown ? `DEPARTMENTS_INVALID: ${error.message}` : "COMPARISON_FAILED";
      await record.change({ state: "failed", trouble, ended_ms: this.#now() });
      if (isKnown) return "failed";
      throw error;
    }
  }

  async #ask({ sources }: DepartmentsFile, record: RunRecord, signal: AbortSignal): Promise<void> {
    const { place, signer, sender, folder, reading } = this.#parts;
    const shared = {
      runs: place,
      signer,
      sender,
      now: this.#now,
      wait: (ms: number) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
      signal,
      numbers: async () => (await readIndex(reading)).numbers,
    };
    await takeSources(sources, shared, { drops: folder.drops, onProgress: (told) => record.change({ sources: told }) });
  }

  async #compare(
    request: ComparisonRequest,
    departments: DepartmentsFile,
    { record, signal }: { record: RunRecord; signal: AbortSignal },
  ): Promise<void> {
    const { reading } = this.#parts;
    const { run, village, day } = request;
    const { index: facts, count } = await this.#facts.load();
    await reading.query("begin transaction isolation level repeatable read read only");
    try {
      const form = await getForm(this.#askRows);
      const rules = this.#rulesOf(departments, form);
      const { batches, index } = await this.#filesOf(request);
      const households = await countFiles(reading, request);
      await record.change({ state: "comparing", version: rules.version, facts: count, households });
      const comparing: Comparing = { rules, facts, index, day, form };
      if (!(await this.#judgeAll(request, comparing, { batches, record, signal }))) return;
      await forgetOthers(this.#parts.writing, { run, village });
      if (village !== undefined) return;
      const unregistered = findUnregistered(comparing);
      await writeUnregistered(this.#parts.writing, run, unregistered);
      await record.change({ unregistered: unregistered.length });
    } finally {
      await reading.query("rollback");
    }
  }

  /** Compiled once for as long as the ranks of trust and the form stay as they are. */
  #rulesOf(departments: DepartmentsFile, form: FormDefinition): ReadyRules {
    const of = JSON.stringify([departments.trust, form.version]);
    if (this.#rules?.of !== of) this.#rules = { of, ready: rulesInForce(departments, form) };
    return this.#rules.ready;
  }

  /** Files, and what others share with them: of a village at once, else a batch at a time. */
  async #filesOf(request: ComparisonRequest): Promise<{ batches: Batches; index: HouseholdIndex }> {
    const { reading } = this.#parts;
    const batches = readFiles(reading, request);
    if (request.village === undefined) return { batches, index: (await readIndex(reading)).index };
    const files: ComparedFile[] = [];
    for await (const batch of batches) files.push(...batch);
    return { batches: [files], index: await readIndexAround(reading, files) };
  }

  /** Whether it came to the end. */
  async #judgeAll(
    request: ComparisonRequest,
    comparing: Comparing,
    { batches, record, signal }: { batches: Batches; record: RunRecord; signal: AbortSignal },
  ): Promise<boolean> {
    const { writing } = this.#parts;
    const { run, village, checks } = request;
    const findAll = checks || village !== undefined ? checkFiles : compareFiles;
    const tally = { done: 0, red: 0, yellow: 0, green: 0 };
    for await (const files of batches) {
      if (signal.aborted) return false;
      const households = files.map(({ household }) => household);
      const rows = findAll(files, comparing, await findSettlements(this.#askRows, { households, zone: request }));
      for (const { verdict } of rows) tally[verdict.level]++;
      tally.done += rows.length;
      await writeVerdicts(writing, rows, { run, nowMs: this.#now() });
      await record.change(tally);
    }
    return true;
  }
}
