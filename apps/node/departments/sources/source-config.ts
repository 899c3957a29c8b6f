import { readFile } from "node:fs/promises";
import { findJson } from "@mingbai/codec/find-json";
import { FactKind, Source } from "@mingbai/registry/content/facts/fact";
import { z } from "zod";
import { RunTimes } from "../clock/run-times.ts";
import { searchRequestsMax } from "../dci/search-message.ts";

const sourcesMax = 64;
const Common = {
  /** Names it in runs and on pages. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.strictObject({ en: z.string().min(1).max(80), zh: z.string().min(1).max(80) }),
  /** Whose lists come from there: a line that says another is refused. */
  sources: z.array(Source).min(1).max(Source.options.length),
};

/** Whole files in a folder of this machine. */
const FileSource = z.strictObject({ ...Common, kind: z.literal("file"), folder: z.string().min(1).optional() });
/** The same on a server of theirs. This program speaks no SFTP: `mountedAt` is where the operator has that folder mounted or copied to. */
const SftpSource = z.strictObject({
  ...Common,
  kind: z.literal("sftp"),
  url: z.string().regex(/^sftp:\/\//),
  mountedAt: z.string().min(1).optional(),
});
/** Asked by identity numbers through the search of the Digital Convergence Initiative. */
const HttpSource = z.strictObject({
  ...Common,
  kind: z.literal("http"),
  url: z.url({ protocol: /^https?$/ }),
  /** Public key (Ed25519, hexadecimal) by which answers must be signed; they are taken unsigned where it is absent. */
  publicKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Whether the node signs what it asks. */
  sign: z.boolean().default(true),
  /** A file whose text is shown as `Authorization: Bearer`. */
  bearerFile: z.string().min(1).optional(),
  /** Identity numbers in one message. */
  batch: z.int().min(1).max(searchRequestsMax).default(200),
});

/** Compared privately: the department learns not about whom it was asked, and gives its list not away (docs/adr/0033). */
const PrivateSource = z.strictObject({
  ...Common,
  kind: z.literal("private"),
  url: z.url({ protocol: /^https?$/ }),
  /** Public key (Ed25519, hexadecimal) by which its list is signed. */
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Commitment to the purpose and its basis in law on which both agreed: it stands in the signed list. */
  purpose: z.string().regex(/^[0-9a-f]{64}$/),
  bearerFile: z.string().min(1).optional(),
});

export const DepartmentSource = z.discriminatedUnion("kind", [FileSource, SftpSource, HttpSource, PrivateSource]);
export type DepartmentSource = z.infer<typeof DepartmentSource>;
export type HttpSource = z.infer<typeof HttpSource>;
export type PrivateSource = z.infer<typeof PrivateSource>;
/** Those that are asked about people. */
export type AskedSource = HttpSource | PrivateSource;

export const DepartmentsFile = z
  .strictObject({
    sources: z.array(DepartmentSource).max(sourcesMax),
    /** Whose word counts first for a kind of fact, where it is to be another than the published rules say. */
    trust: z.partialRecord(FactKind, z.array(Source).min(1)).default({}),
    /** When a comparison begins by itself; absent: never. */
    clock: RunTimes.optional(),
  })
  .refine(({ sources }) => new Set(sources.map(({ name }) => name)).size === sources.length, "a name is there twice");
export type DepartmentsFile = z.infer<typeof DepartmentsFile>;

const noDepartments: DepartmentsFile = { sources: [], trust: {} };

/** The configuration cannot be used; the words say where. */
export class DepartmentsInvalid extends Error {}

/** Which departments a node asks. A node without the file asks none. Throws DepartmentsInvalid. */
export async function readDepartments(path: string): Promise<DepartmentsFile> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return noDepartments;
  const read = DepartmentsFile.safeParse(findJson(text));
  if (!read.success) throw new DepartmentsInvalid(`${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
