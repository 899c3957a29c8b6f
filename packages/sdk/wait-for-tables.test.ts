import { readToView } from "@mingbai/http/explorer-views";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Client } from "./client.ts";
import { waitForTables } from "./wait-for-tables.ts";

/** A node whose tables have read up to the next of these heights each time it is asked, and to the last from then on. */
function nodeAt(...heights: readonly number[]): { client: Pick<Client, "ask">; asked: number[] } {
  const asked: number[] = [];
  const ask: Client["ask"] = async (view, params) => {
    asked.push(readToView.params.parse(params).height);
    return view.result.parse({ height: heights[Math.min(asked.length, heights.length) - 1], timeMs: 0 });
  };
  return { client: { ask }, asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("waiting for a node's tables", () => {
  it("ends with the first answer where that is there", async () => {
    const { client, asked } = nodeAt(7);
    await waitForTables(client, 7);
    expect(asked).toEqual([7]);
  });

  it("asks on while the node says that it is not there yet", async () => {
    const { client, asked } = nodeAt(5, 6, 8);
    const waited = waitForTables(client, 7);
    await vi.advanceTimersByTimeAsync(1_000);
    await waited;
    expect(asked).toEqual([7, 7, 7]);
  });

  it("ends with what to do where the tables stay behind", async () => {
    const { client } = nodeAt(5);
    const waited = expect(waitForTables(client, 7, { waitMsMax: 2_000 })).rejects.toMatchObject({
      code: "TABLES_BEHIND",
    });
    await vi.advanceTimersByTimeAsync(3_000);
    await waited;
  });
});
