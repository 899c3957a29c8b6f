import { concat, utf8 } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOf, commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { isCanonical } from "@mingbai/codec/is-canonical";
import { refuseContent } from "@mingbai/http/contents/content-refusal";
import type { ContentKeeper, Writer } from "@mingbai/http/contents/contents-port";
import { listContentBytesMax, type SaltedBytes } from "@mingbai/http/contents-views";
import { contentSubject } from "@mingbai/read-model/given-content";
import type { VaultLookup } from "../vault/vault-lookup.ts";
import { durably } from "./durably.ts";
import type { HourlyShare } from "./hourly-share.ts";
import { OneByOne } from "./one-by-one.ts";

/** Keeps contents in the node's vault, each for the account that is signed in: the same of two accounts is kept twice. */
export function contentStore(parts: {
  vault: Pick<VaultLookup, "has" | "put">;
  /** Bytes of contents. */
  share: HourlyShare;
  /** The same for whole lists of payments. */
  shareOfLists: (writer: Writer) => HourlyShare;
  onFatal: (error: Error) => void;
}): ContentKeeper {
  const { vault, share, shareOfLists, onFatal } = parts;
  const oneByOne = new OneByOne();
  return {
    async keep({ account, salt, content }) {
      const commitment = toHex(commitmentOf({ salt, content }));
      const subject = contentSubject({ commitment, giver: account });
      return oneByOne.run(subject, async () => {
        if (await vault.has(subject)) return { commitment };
        const full = share.take(account, canonicalBytes(content).length);
        if (full !== undefined) return { refused: "SHARE_USED", retryAfterMs: full.waitMs };
        return durably(onFatal, async () => {
          await vault.put({ subject, content: { salt: toHex(salt), content } });
          return { commitment };
        });
      });
    },
    async keepAll(writer, contents) {
      const tooLarge = contents.find(({ bytes }) => bytes.length > listContentBytesMax);
      if (tooLarge !== undefined) {
        const values = { bytes: tooLarge.bytes.length, bytesMax: listContentBytesMax };
        return refuseContent("CONTENT_TOO_LARGE", values);
      }
      if (!contents.every(({ bytes }) => isObject(bytes))) return refuseContent("CONTENT_FORM");
      const commitments = contents.map((one) => toHex(commitmentOfBytes(one)));
      // Of one account one after another: a request that is sent twice at a time counts once.
      return oneByOne.run(writer.account, async () => {
        const wanted: { subject: string; one: SaltedBytes }[] = [];
        for (const [index, one] of contents.entries()) {
          const subject = contentSubject({ commitment: commitments[index] ?? "", giver: writer.account });
          if (!(await vault.has(subject))) wanted.push({ subject, one });
        }
        const bytes = wanted.reduce((sum, { one }) => sum + one.bytes.length, 0);
        const full = shareOfLists(writer).take(writer.account, bytes);
        if (full !== undefined) return { refused: "SHARE_USED", retryAfterMs: full.waitMs };
        return durably(onFatal, async () => {
          await vault.put(...wanted.map(entryOf));
          return { commitments };
        });
      });
    },
  };
}

const brace = 0x7b;

function isObject(bytes: Uint8Array): boolean {
  return bytes[0] === brace && isCanonical(bytes);
}

/** The canonical spelling of `{content, salt}`, with the content as it came. */
function entryOf({ subject, one: { salt, bytes } }: { subject: string; one: SaltedBytes }) {
  const content = concat(utf8('{"content":'), bytes, utf8(`,"salt":"${toHex(salt)}"}`));
  return { subject, content };
}
