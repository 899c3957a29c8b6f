import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import type { WitnessMark, WitnessState } from "@mingbai/log/merkle/witness";
import { z } from "zod";
import { inLanguage } from "../words.ts";

const StoredMark = z.strictObject({ origin: z.string(), size: z.int().nonnegative(), root: z.base64().length(44) });

/** What a witness has cosigned, one small file a log, replaced whole and synced before `store` returns. */
export function witnessState(disk: Disk, folder: string): WitnessState {
  const pathOf = (origin: string): string => `${folder}/${toHex(sha256(utf8(origin)))}.mark`;
  return {
    async find(origin) {
      const bytes = await findWholeFile(disk, pathOf(origin));
      return bytes && readMark(bytes, { origin, path: pathOf(origin) });
    },
    async store(origin, mark) {
      const text = JSON.stringify({ origin, size: mark.size, root: toBase64(mark.root) });
      await writeWholeFile(disk, pathOf(origin), utf8(text));
    },
  };
}

/** A mark that cannot be read stops the witness: with none it would cosign a fork. */
function readMark(bytes: Uint8Array, { origin, path }: { origin: string; path: string }): WitnessMark {
  const stored = StoredMark.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  const root = stored.success ? findBase64(stored.data.root) : undefined;
  if (!stored.success || stored.data.origin !== origin || root === undefined) {
    throw new SyntaxError(
      inLanguage({
        en: `${path} is damaged: bring it back from a backup, or give the witness a new key`,
        zh: `${path} 已损坏：请从备份取回，或给见证换一把新密钥`,
      }),
    );
  }
  return { size: stored.data.size, root };
}
