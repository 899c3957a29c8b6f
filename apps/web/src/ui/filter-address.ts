import type { z } from "zod";

/** How a page's filter stands in its address, so that it can be kept, sent and come back to. */
export interface FilterAddress<Filter extends object> {
  /** What it cannot read it leaves out, so that an old or mistyped address still opens a list. */
  read(search: URLSearchParams): Filter;
  /** After `?`. */
  write(filter: Filter): URLSearchParams;
}

/** The address of a filter whose every condition is optional text. */
export function filterAddressOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): FilterAddress<z.output<z.ZodObject<Shape>>> {
  return {
    read(search) {
      const filter: Record<string, unknown> = {};
      for (const [name, value] of search) {
        const one = schema.safeParse({ [name]: value });
        if (one.success) Object.assign(filter, one.data);
      }
      return schema.parse(filter);
    },
    write(filter) {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, String(value));
      return search;
    },
  };
}
