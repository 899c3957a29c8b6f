import type { z } from "zod";

/** One view as the domains define it: its name, the shape of its question, the shape of its answer. */
export interface View {
  readonly name: string;
  readonly params: z.ZodType;
  readonly result: z.ZodType;
}

export type ParamsOf<V extends View> = z.input<V["params"]>;
export type ResultOf<V extends View> = z.output<V["result"]>;
