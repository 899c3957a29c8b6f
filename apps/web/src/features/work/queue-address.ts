import { Box, queueView } from "@mingbai/workflow/views";
import type { z } from "zod";

/** The queue as its address says it, so that it can be kept, sent and come back to. */
export type QueueAddress = Pick<z.output<typeof queueView.params>, "box" | "stage" | "fund" | "text">;

const filters = queueView.params.pick({ stage: true, fund: true, text: true });

/** Reads an address; what it cannot read it leaves out. */
export function readQueueAddress(search: URLSearchParams): QueueAddress {
  const filter: Record<string, unknown> = {};
  for (const [name, value] of search) {
    const one = filters.safeParse({ [name]: value });
    if (one.success && value !== "") Object.assign(filter, one.data);
  }
  const box = Box.safeParse(search.get("box"));
  return { box: box.success ? box.data : "todo", ...filters.parse(filter) };
}

/** The address of a queue: only what differs from the usual one. */
export function queueAddress({ box, ...filter }: QueueAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (box !== "todo") search.set("box", box);
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  return search;
}
