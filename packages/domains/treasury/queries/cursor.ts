import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { z } from "zod";

/** The last row of a page: its value in the sorted column, and its place among equals. */
const Cursor = z.object({ value: z.string(), seq: z.int().nonnegative() });
export type Cursor = z.infer<typeof Cursor>;

export function formatCursor(cursor: Cursor): string {
  return toBase64(utf8(JSON.stringify(cursor)));
}

/** The cursor in this text, or undefined where it is none of ours. */
export function findCursor(text: string): Cursor | undefined {
  const bytes = findBase64(text);
  if (bytes === undefined) return undefined;
  try {
    const read = Cursor.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
