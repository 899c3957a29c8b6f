import { toHex } from "@mingbai/codec/hex";
import { type ApprovedList, agreesWithFile, checkList } from "@mingbai/sdk/disbursement/check-list";
import { keepTexts } from "@mingbai/sdk/disbursement/keep-texts";
import { type ListPlace, randomBytes } from "@mingbai/sdk/disbursement/make-batch";
import { prepareList } from "@mingbai/sdk/disbursement/prepare-list";
import type { ReadList, UnreadableList } from "@mingbai/sdk/disbursement/read-list";
import { useMemo, useState } from "react";
import { nodeClient } from "../../session/node-client.ts";
import { useSession } from "../../session/use-session.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { keepList } from "./list-store.ts";

/** A file as it was given, with what came of reading it. */
export interface GivenFile<Read> {
  readonly name: string;
  readonly read: Read | UnreadableList;
}

/** Readers of tables are fetched when the first file is chosen: most visits need none. */
const readers = () => import("@mingbai/sdk/disbursement/read-list");

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
    async chooseFile(chosen: File) {
      const { readList } = await readers();
      setFile({ name: chosen.name, read: readList(await bytesOf(chosen)) });
    },
    async chooseApproved(chosen: File | undefined) {
      if (chosen === undefined) return setApproved(undefined);
      const { readApprovedList } = await readers();
      setApproved({ name: chosen.name, read: readApprovedList(await bytesOf(chosen)) });
    },
    /** Keeps the batches here and their texts at the node, then signs the proposal. Gives the manifest. */
    async propose(name: string, from: Omit<ListPlace, "manifest">, onKept: (kept: number, of: number) => void) {
      if (!session || !checked) throw new Error("nothing to propose");
      const place = { ...from, manifest: toHex(randomBytes(32)) };
      const prepared = prepareList({ name, place, rows: checked.good });
      await keepTexts(nodeClient, prepared, onKept);
      await keepList(session.account, prepared, Date.now());
      await settle("treasury.proposeManifest", prepared.proposal);
      return place.manifest;
    },
  };
}
