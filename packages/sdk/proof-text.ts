import { findJson } from "@mingbai/codec/find-json";
import type { z } from "zod";

/** How a proof that is made of receipts is written and read. */
export interface ProofText<Proof extends { format: string }> {
  /** The proof as it is given away: its one spelling. */
  readonly write: (parts: Omit<Proof, "format">) => string;
  /** True where the text says that it is such a proof, whole or not. */
  readonly is: (text: string) => boolean;
  /** The proof in this text, or undefined where it is none or is spelled in another way. Nothing is verified yet. */
  readonly find: (text: string) => Proof | undefined;
}

/**
 * The text of proofs of a schema whose first field is its `format` (`mingbai/<name>/<version>`): JSON, its fields in the
 * schema's order. A text of more than `charsMax` characters is none.
 */
export function proofText<Proof extends { format: string }>(
  schema: z.ZodType<Proof> & { readonly shape: object },
  { format, charsMax }: { format: Proof["format"]; charsMax: number },
): ProofText<Proof> {
  const names = Object.keys(schema.shape);
  const start = new RegExp(String.raw`^\s*\{\s*"format":\s*"${format.slice(0, format.lastIndexOf("/"))}/`);
  const write = (parts: Omit<Proof, "format">): string => {
    const fields = new Map<string, unknown>(Object.entries({ ...parts, format }));
    return `${JSON.stringify(Object.fromEntries(names.map((name) => [name, fields.get(name)])), null, 2)}\n`;
  };
  return {
    write,
    is: (text) => start.test(text),
    find(text) {
      const read = text.length > charsMax ? undefined : schema.safeParse(findJson(text));
      return read?.success && write(read.data) === text ? read.data : undefined;
    },
  };
}
