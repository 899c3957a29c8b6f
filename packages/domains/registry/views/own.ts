import { z } from "zod";
import { Number64, ReadAt } from "./shapes.ts";

/** The household that the reader is a person of; null where they are of none. */
export const ownView = {
  name: "registry.own",
  params: z.object({}),
  result: z.object({ household: Number64.nullable(), person: Number64.nullable(), readAt: ReadAt }),
} as const;
