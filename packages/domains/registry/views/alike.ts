import { z } from "zod";
import { Names, Number64, ReadAt } from "./shapes.ts";

export const alikeMax = 20;

/** People who may be the one that is being entered: by identity number, or by name with day of birth. Numbers come masked. */
export const alikeView = {
  name: "registry.alike",
  params: z.object({
    identity: z.string().trim().max(18).optional(),
    name: z.string().trim().max(60).optional(),
    birth: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  }),
  result: z.object({
    rows: z
      .array(
        z.object({
          household: Number64,
          person: Number64,
          number: z.string(),
          name: z.string(),
          identity: z.string(),
          birth: z.string(),
          area: Names,
          /** Why it is shown. */
          same: z.enum(["identity", "nameAndBirth"]),
        }),
      )
      .max(alikeMax),
    readAt: ReadAt,
  }),
} as const;
