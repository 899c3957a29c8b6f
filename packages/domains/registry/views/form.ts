/** What may be asked about the form of household files. Browser-safe. Times are ms since 1970-01-01T00:00:00Z. */
import { z } from "zod";
import { FormDefinition } from "../content/form/definition.ts";
import { Count, Hash, ReadAt } from "./shapes.ts";

/** The newest versions that are listed. */
export const formsMax = 200;

/** Versions of the form of household files, the newest first; the first is the program's own and is in no transaction. */
export const formsView = {
  name: "registry.forms",
  params: z.object({}),
  result: z.object({
    rows: z
      .array(z.object({ version: z.int(), sinceMs: Count.nullable(), transaction: Hash.nullable() }))
      .max(formsMax),
    readAt: ReadAt,
  }),
} as const;

/** One version of the form, the newest without `version`. FORM_UNKNOWN (404). What a version says never changes. */
export const formView = {
  name: "registry.form",
  params: z.object({ version: z.coerce.number().int().min(1).optional() }),
  result: z.object({ form: FormDefinition, readAt: ReadAt }),
} as const;

export const formViews = [formsView, formView] as const;
