import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import type { ContentKeeper } from "@mingbai/http/contents/contents-port";
import type { VaultLookup } from "../vault/vault-lookup.ts";
import { durably } from "./durably.ts";
import type { HourlyShare } from "./hourly-share.ts";
import { OneByOne } from "./one-by-one.ts";

const subjectBeginning = "content/";

/** Under which subject the vault keeps the content of a commitment: `{salt, content}`, the salt in hexadecimal. */
export function contentSubject(commitment: string): string {
  return subjectBeginning + commitment;
}

export function isContentSubject(subject: string): boolean {
  return subject.startsWith(subjectBeginning);
}

/** Keeps contents in the node's vault. */
export function contentStore(parts: {
  vault: VaultLookup;
  /** Bytes of contents. */
  share: HourlyShare;
  onFatal: (error: Error) => void;
}): ContentKeeper {
  const { vault, share, onFatal } = parts;
  const oneByOne = new OneByOne();
  return {
    async keep({ account, salt, content }) {
      const commitment = toHex(commitmentOf({ salt, content }));
      const subject = contentSubject(commitment);
      return oneByOne.run(commitment, async () => {
        if (await vault.has(subject)) return { commitment };
        const full = share.take(account, canonicalBytes(content).length);
        if (full !== undefined) return { refused: "SHARE_USED", retryAfterMs: full.waitMs };
        return durably(onFatal, async () => {
          await vault.put({ subject, content: { salt: toHex(salt), content } });
          return { commitment };
        });
      });
    },
  };
}
