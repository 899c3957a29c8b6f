import { readFile, stat } from "node:fs/promises";
import { Host, Keep, OrganisationId, PageUrl, Port } from "@mingbai/app-node/network/network-file";
import { RosterMember, rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { inLanguage } from "../words.ts";

const fileBytesMax = 256 * 1_024;
const usualBasePort = 8_500;
const nameCharactersMax = 100;
const Key = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.strictObject({
  zh: z.string().trim().min(1).max(nameCharactersMax),
  en: z.string().trim().min(1).max(nameCharactersMax),
});

/** Public parts of a member's keys, Ed25519, hexadecimal: those of the roster, and that of the consensus engine's connections. */
export const MemberKeys = RosterMember.omit({ organisation: true, power: true }).extend({ p2pKey: Key });
export type MemberKeys = Readonly<z.infer<typeof MemberKeys>>;

/** Who registers a member's people: an account and its key, Ed25519. */
export const Administrator = z.strictObject({ account: z.string().regex(/^[0-9a-f]{16}$/), publicKey: Key });
export type Administrator = Readonly<z.infer<typeof Administrator>>;

export const ListedMember = z.strictObject({
  id: OrganisationId,
  name: Name,
  /** Where the other members reach its node. */
  host: Host.default("localhost"),
  /** Where browsers reach its node, when that is not `http://HOST:PORT`. */
  url: PageUrl.optional(),
  power: z.int().positive().max(1_000_000).default(1),
  /** Its node keeps all bodies for ever, so that others need not. */
  archive: z.boolean().optional(),
  /** How far back its node keeps bodies, once enough archives are named. */
  keep: Keep.optional(),
  ports: z
    .strictObject({ http: Port.optional(), links: Port.optional(), p2p: Port.optional(), rpc: Port.optional() })
    .default({}),
  keys: MemberKeys.optional(),
  administrator: Administrator.optional(),
});

export type ListedMember = Readonly<z.infer<typeof ListedMember>>;

/** Who keeps a ledger together, as people write it. */
export const MembersFile = z.strictObject({
  ledger: z
    .strictObject({
      name: z.string().trim().min(1).max(nameCharactersMax).default("Mingbai"),
      currency: z
        .strictObject({ code: z.string().regex(/^[A-Z]{3}$/), decimals: z.int().min(0).max(4) })
        .default({ code: "CNY", decimals: 2 }),
      zoneOffsetMinutes: z.int().min(-840).max(840).default(480),
      /** The domain that passkeys are made for; every member's pages lie in it. */
      site: Host.optional(),
    })
    .prefault({}),
  basePort: Port.default(usualBasePort),
  members: z.array(ListedMember).min(1).max(rosterMembersMax),
});
export type MembersFile = Readonly<z.infer<typeof MembersFile>>;

/** The file at a path. Throws SyntaxError that names each fault with its line. */
export async function readMembersFile(path: string): Promise<MembersFile> {
  const { size } = await stat(path);
  if (size <= fileBytesMax) return parseMembers(await readFile(path, "utf8"), path);
  throw new SyntaxError(
    inLanguage({ en: `${path} is over ${fileBytesMax} bytes`, zh: `${path} 超过 ${fileBytesMax} 字节` }),
  );
}

/** The same of a text; `name` is what faults call it. */
export function parseMembers(text: string, name: string): MembersFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = [...document.errors, ...document.warnings];
  const at = (offset: number): string => `${name}:${lines.linePos(offset).line}: `;
  if (broken !== undefined) throw new SyntaxError(at(broken.pos[0]) + broken.message);
  const language = inLanguage({ en: "en", zh: "zhCN" }) === "en" ? z.locales.en() : z.locales.zhCN();
  const read = MembersFile.safeParse(document.toJS({ maxAliasCount: 0 }), { error: language.localeError });
  if (read.success) return read.data;
  const faults = read.error.issues.map(
    ({ path, message }) => at(offsetOf(document, path)) + [...path, ""].join(".").replace(/\.$/, ": ") + message,
  );
  throw new SyntaxError(faults.join("\n"));
}

/** Where a value begins, or the nearest one around it that is there. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  const node: unknown = document.getIn(path, true);
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  if (Array.isArray(range)) return Number(range[0]);
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}
