import type { WordsContent } from "@mingbai/workflow/content";
import { fieldsShown, type ReviewedField } from "./field-lines.ts";

/** What a reviewer says of one field: fine, or what to correct and how. */
export type FieldMark =
  | { readonly verdict: "fine" }
  | { readonly verdict: "wrong"; readonly reason: string | undefined; readonly how: string };

export type FieldMarks = Readonly<Partial<Record<ReviewedField, FieldMark>>>;

/** How far a review has come. `unsaid`: marked wrong without words. */
export function reviewState(marks: FieldMarks): { fine: number; wrong: number; unseen: number; unsaid: number } {
  const all = fieldsShown.map((field) => marks[field]);
  const wrong = all.filter((mark) => mark?.verdict === "wrong");
  return {
    fine: all.filter((mark) => mark?.verdict === "fine").length,
    wrong: wrong.length,
    unseen: all.filter((mark) => mark === undefined).length,
    unsaid: wrong.filter((mark) => mark.how.trim() === "").length,
  };
}

/** Every field that was not looked at yet is fine. */
export function restFine(marks: FieldMarks): FieldMarks {
  return Object.fromEntries(fieldsShown.map((field) => [field, marks[field] ?? { verdict: "fine" }]));
}

/** The reasons as they are signed: the chip's words, then how to correct it. */
export function reasonsOf(marks: FieldMarks, join: string): WordsContent["reasons"] {
  return fieldsShown.flatMap((field) => {
    const mark = marks[field];
    if (mark?.verdict !== "wrong") return [];
    const text = [mark.reason, mark.how.trim()].filter((part) => part !== undefined && part !== "").join(join);
    return [{ field, text }];
  });
}
