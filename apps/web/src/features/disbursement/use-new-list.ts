import { toHex } from "@mingbai/codec/hex";
import { type ApprovedList, agreesWithFile, checkList } from "@mingbai/sdk/disbursement/check-list";
import { keepTexts } from "@mingbai/sdk/disbursement/keep-texts";
import type { ListPlace } from "@mingbai/sdk/disbursement/make-batch";
import { cutBatches, prepareList } from "@mingbai/sdk/disbursement/prepare-list";
import type { ReadList, UnreadableList } from "@mingbai/sdk/disbursement/read-list";
import type { ListFile } from "@mingbai/sdk/disbursement/read-list-file";
import { randomBytes } from "@mingbai/sdk/disbursement/salted-content";
import { useMemo, useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useSession } from "../../session/use-session.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { keepList } from "./list-store.ts";

/** A file as it was given, with what came of reading it. */
export interface GivenFile<Read> extends ListFile<Read> {
  readonly file: File;
  readonly name: string;
}

/** Readers of tables are fetched when the first file is chosen: most visits need none. */
const readers = () => import("@mingbai/sdk/disbursement/read-list-file");

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

export function isReadable<Read extends object>(read: Read | UnreadableList): read is Read {
  return !("unreadable" in read);
}

/** A list that is being made: its file, the approved list, what the checks found, and proposing it. */
export function useNewList() {
  const session = useSession();
  const settle = useSettledAct();
  const [file, setFile] = useState<GivenFile<ReadList>>();
  const [approved, setApproved] = useState<GivenFile<ApprovedList>>();
  const list = file && isReadable(file.read) ? file.read : undefined;
  const allowed = approved && isReadable(approved.read) ? approved.read : undefined;
  const checked = useMemo(() => list && checkList(list.rows, allowed), [list, allowed]);
  return {
    file,
    approved,
    list,
    checked,
    agrees: checked && agreesWithFile(checked.read, list?.fileTotals),
    /** `sheet`: of a workbook, where another than the first is meant. */
    async chooseFile(chosen: File, sheet?: string) {
      const { readListFile } = await readers();
      setFile({ file: chosen, name: chosen.name, ...(await readListFile(await bytesOf(chosen), sheet)) });
    },
    async chooseApproved(chosen: File | undefined, sheet?: string) {
      if (chosen === undefined) return setApproved(undefined);
      const { readApprovedFile } = await readers();
      setApproved({ file: chosen, name: chosen.name, ...(await readApprovedFile(await bytesOf(chosen), sheet)) });
    },
    /** Keeps the batches here and their texts at the node, then signs the proposal. Gives the manifest. */
    async propose(name: string, from: Omit<ListPlace, "manifest">, onKept: (kept: number, of: number) => void) {
      if (!session || !checked) throw new Error("nothing to propose");
      const place = { ...from, manifest: toHex(randomBytes(32)) };
      const requests = Array.from(cutBatches(checked.good), ({ places }) => places).length + 1;
      const texts = keepTexts(nodeClient, (kept) => onKept(kept, requests));
      const prepared = await prepareList({ name, place, rows: checked.good }, texts);
      await keepList(session.account, prepared, Date.now());
      await settle("treasury.proposeManifest", prepared.proposal);
      return place.manifest;
    },
  };
}
