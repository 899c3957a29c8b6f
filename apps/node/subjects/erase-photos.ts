import type { Number64 } from "@mingbai/codec/number64";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Disk } from "@mingbai/log/disk/disk";
import { removeFile } from "@mingbai/log/disk/whole-file";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { photosOf } from "@mingbai/registry/content/file/photos-of";
import { FileRecord, fileSubject } from "../contents/file-record.ts";
import type { DataFolder } from "../data-folder.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import type { VaultLog } from "../vault/vault-log.ts";
import { VaultLookup } from "../vault/vault-lookup.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import type { SubjectVault } from "./subject-vault.ts";

interface Parts {
  readonly disk: Disk;
  readonly folder: Pick<DataFolder, "files" | "vault">;
  readonly vault: VaultLog;
  readonly subjects: Pick<SubjectVault, "contentsOf">;
  readonly key: SealingKey;
}

/**
 * Removes the ciphertexts of the photos that these subjects' files name, before the keys go that say which they are: only those
 * that whoever named them had sent, so that nobody has another's file removed by naming it. What is gone already is no fault.
 */
export async function erasePhotos(
  { disk, folder, vault, subjects, key }: Parts,
  due: readonly Number64[],
): Promise<void> {
  const photos = new Map<string, Set<Number64>>();
  for await (const { giver, content } of subjects.contentsOf(new Set(due)))
    for (const file of Object.values(photosOf(content)).flat())
      photos.set(file, (photos.get(file) ?? new Set()).add(giver));
  if (photos.size === 0) return;
  const reader = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), nodeSealing(key));
  const lookup = new VaultLookup({ vault, reader });
  for (const [file, givers] of photos) {
    const record = FileRecord.safeParse(await lookup.find(fileSubject(file))).data;
    if (record !== undefined && givers.has(record.uploader))
      await removeFile(disk, `${folder.files}/${record.digestOfCiphertext}`);
  }
}
