import { findBase64, toBase64 } from "@mingbai/codec/base64";
import type { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import type { CellCorrection } from "@mingbai/registry/content/import/read/correct-cells";
import type { EndedStep, ImportJournal, ImportStep } from "@mingbai/sdk/household-import/import-step";
import { inStores, type Sealed, seal, sealJson, unseal, unsealJson } from "../../disbursement/sealed-database.ts";
import type { Decisions } from "../decide/decision.ts";

/** An import as this browser keeps it for the person who began it, so that it goes on after the page was closed. */
export interface KeptImport {
  readonly import: string;
  readonly owner: string;
  readonly name: string;
  readonly sheets: readonly string[];
  readonly mapping: ImportMapping;
  readonly day: string;
  /** Area by the code of a village. */
  readonly places: { readonly [code: string]: string };
  readonly decisions: Decisions;
  readonly corrections: readonly CellCorrection[];
  /** Counts runs: first the list, then households that were decided later. */
  readonly round: number;
  /** Keys of the households of this round; absent: all. */
  readonly only?: readonly string[];
  readonly beganMs: number;
  readonly isDone: boolean;
}

/** What an earlier program kept: it read lists of one sheet, and at first nothing was corrected. */
type KeptEarlier = Omit<KeptImport, "sheets" | "corrections"> & {
  readonly sheet?: string;
  readonly sheets?: KeptImport["sheets"];
  readonly corrections?: readonly (Omit<CellCorrection, "sheet"> & { readonly sheet?: number })[];
};

function asKept({
  sheet = "",
  sheets = sheet === "" ? [] : [sheet],
  corrections = [],
  ...kept
}: KeptEarlier): KeptImport {
  return { ...kept, sheets, corrections: corrections.map((one) => ({ sheet: 0, ...one })) };
}

export async function keepImport(kept: KeptImport, file?: File): Promise<void> {
  const sealed = await sealJson(kept);
  const bytes = file && (await seal(new Uint8Array(await file.arrayBuffer())));
  await inStores("readwrite", (store) => {
    if (bytes !== undefined) store("importFiles").put(bytes, kept.import);
    return store("imports").put(sealed, kept.import);
  });
}

/** The imports that this person began in this browser and that are not forgotten, the newest first. */
export async function listKeptImports(owner: string): Promise<readonly KeptImport[]> {
  const sealed = await inStores<Sealed[]>("readonly", (store) => store("imports").getAll());
  const all = await Promise.all(
    sealed.map(async (one) => {
      return asKept((await unsealJson(one)) as KeptEarlier);
    }),
  );
  return all.filter((one) => one.owner === owner).sort((a, b) => b.beganMs - a.beganMs);
}

export async function findKeptFile({ import: number, name }: KeptImport): Promise<File | undefined> {
  const sealed = await inStores<Sealed | undefined>("readonly", (store) => store("importFiles").get(number));
  return sealed && new File([await unseal(sealed)], name);
}

/** Forgets an import in this browser; what it wrote stays. */
export async function forgetImport({ import: number }: KeptImport): Promise<void> {
  await inStores("readwrite", (store) => {
    store("importSteps").delete(stepsOf(number));
    store("importFiles").delete(number);
    return store("imports").delete(number);
  });
}

function stepsOf(number: string): IDBKeyRange {
  return IDBKeyRange.bound(`${number}/`, `${number}/~`);
}

type KeptStep =
  | {
      readonly kind: "begun";
      readonly at: number;
      readonly counts: ImportStep["counts"];
      readonly bytes: readonly string[];
    }
  | { readonly kind: "ended"; readonly step: EndedStep };

/** Where importing notes what is on its way, sealed. */
export function storedJournal({ import: number, round }: Pick<KeptImport, "import" | "round">): ImportJournal {
  const keyOf = (at: number) => `${number}/${round}/${String(at).padStart(8, "0")}`;
  const range = IDBKeyRange.bound(`${number}/${round}/`, `${number}/${round}/~`);
  const put = async (kept: KeptStep, at: number) => {
    const sealed = await sealJson(kept);
    await inStores("readwrite", (store) => store("importSteps").put(sealed, keyOf(at)));
  };
  return {
    async open() {
      const sealed = await inStores<Sealed[]>("readonly", (store) => store("importSteps").getAll(range));
      const kept = await Promise.all(sealed.map(async (one) => (await unsealJson(one)) as KeptStep));
      return {
        ended: kept.flatMap((one) => (one.kind === "ended" ? [one.step] : [])),
        begun: kept.flatMap((one) => (one.kind === "begun" ? [stepOf(one)] : [])),
      };
    },
    begin: ({ at, counts, parts, envelopes }) =>
      put({ kind: "begun", at, counts, bytes: [parts, ...envelopes].map((bytes) => toBase64(bytes)) }, at),
    end: (step) => put({ kind: "ended", step }, step.at),
  };
}

function stepOf({ at, counts, bytes }: Extract<KeptStep, { kind: "begun" }>): ImportStep {
  const [parts = new Uint8Array(0), ...envelopes] = bytes.map((text) => findBase64(text) ?? new Uint8Array(0));
  return { at, counts, parts, envelopes };
}
