import type { ContentsParts, Writer } from "@mingbai/http/contents/contents-port";
import { mayAsk } from "@mingbai/http/query-route";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Disk } from "@mingbai/log/disk/disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { findGivenContent } from "@mingbai/read-model/given-content";
import { proposeManifest } from "@mingbai/treasury/commands/propose-manifest";
import { batchesPerManifestMax, linesPerBatchMax } from "@mingbai/treasury/schema";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { partKeeper } from "../subjects/part-keeper.ts";
import type { SubjectVault } from "../subjects/subject-vault.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import type { VaultLog } from "../vault/vault-log.ts";
import { VaultLookup } from "../vault/vault-lookup.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { contentStore } from "./content-store.ts";
import { DraftStore } from "./draft-store.ts";
import { isFileSubject } from "./file-record.ts";
import { FileStore } from "./file-store.ts";
import { HourlyShare } from "./hourly-share.ts";
import { ReadingLog } from "./reading-log.ts";

/** Bytes that one account may keep within an hour. */
const contentBytesPerHourMax = 64 * 1024 * 1024;
/** Names, references and purposes of a line with their salt take 150 bytes where people write as usual. */
const listLineBytes = 256;
/** The largest list that one manifest may pay, once an hour: 1 GiB, as files. */
const listBytesPerHourMax = batchesPerManifestMax * linesPerBatchMax * listLineBytes;
const fileBytesPerHourMax = 1024 * 1024 * 1024;
/** A county's 450,000 households and persons with two parts of 4 KiB each, once an hour. */
const importedBytesPerHourMax = 450_000 * 2 * 4_096;
/** Who brings whole lists of households and persons. */
const importingRoles: readonly Role[] = ["importer", "operator"];

export interface NodeContentsParts {
  readonly disk: Disk;
  readonly folder: DataFolder;
  readonly vault: VaultLog;
  readonly subjects: SubjectVault;
  readonly keys: Pick<NodeKeys, "vault">;
  /** The node's clock, ms. */
  readonly now: () => number;
  readonly onFatal: (error: Error) => void;
  /** Bytes of each segment of readings; the log's default unless given. */
  readonly readingSegmentBytes?: number;
}

/** What a node keeps for sessions besides its ledger. */
export type NodeContents = Pick<ContentsParts, "contents" | "drafts" | "files" | "subjects"> & {
  close(): Promise<void>;
};

/** Only who may propose a list has texts of a million people to keep. */
export function mayKeepLists(writer: Writer): boolean {
  return mayAsk(writer, proposeManifest.allow);
}

function mayImport(writer: Writer): boolean {
  return writer.roles.some((role) => importingRoles.includes(role));
}

/** Opens contents, drafts and files of a node whose ledger is open: it holds the folder's lock. */
export async function openContents(parts: NodeContentsParts): Promise<NodeContents> {
  const { disk, folder, keys, now, onFatal } = parts;
  const log = followSegmentLog({ disk, folder: folder.vault });
  const isWanted = (subject: string): boolean => findGivenContent(subject) !== undefined || isFileSubject(subject);
  const reader = new VaultReader(log, nodeSealing(keys.vault), isWanted);
  const vault = new VaultLookup({ vault: parts.vault, reader });
  const readings = await ReadingLog.open({
    disk,
    folder: folder.reads,
    segmentBytes: parts.readingSegmentBytes,
  });
  const share = new HourlyShare(fileBytesPerHourMax, now);
  const contentShare = new HourlyShare(contentBytesPerHourMax, now);
  const listShare = new HourlyShare(listBytesPerHourMax, now);
  const shareOfLists = (writer: Writer) => (mayKeepLists(writer) ? listShare : contentShare);
  const partShare = new HourlyShare(contentBytesPerHourMax, now);
  const importShare = new HourlyShare(importedBytesPerHourMax, now);
  const shareOfParts = (writer: Writer) => (mayImport(writer) ? importShare : partShare);
  return {
    contents: contentStore({ vault, share: contentShare, shareOfLists, onFatal }),
    drafts: await DraftStore.open({ disk, folder: folder.drafts, key: keys.vault, now, onFatal }),
    files: await FileStore.open({ disk, folder: folder.files, vault, readings, share, now, onFatal }),
    subjects: partKeeper({ vault: parts.subjects, share: shareOfParts, onFatal }),
    close: () => readings.close(),
  };
}
