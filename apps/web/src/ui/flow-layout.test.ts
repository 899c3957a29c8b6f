import { describe, expect, it } from "vitest";
import { type FlowLinkIn, type FlowNodeIn, layoutFlow } from "./flow-layout.ts";

const node = (id: string, column: number, amountMinor: number, part: FlowNodeIn["part"]): FlowNodeIn => ({
  id,
  column,
  amountMinor,
  part,
});
const link = (from: string, to: string, amountMinor: number): FlowLinkIn => ({ from, to, amountMinor, part: "path" });

const flow = {
  nodes: [
    node("bank", 0, 3200, "path"),
    node("left", 1, 440, "unspent"),
    node("office", 1, 1800, "path"),
    node("other", 1, 960, "sibling"),
    node("payee", 2, 20, "path"),
    node("rest", 2, 1780, "sibling"),
    node("burned", 3, 20, "path"),
  ],
  links: [
    link("bank", "office", 1800),
    link("bank", "other", 960),
    link("bank", "left", 440),
    link("office", "payee", 20),
    link("office", "rest", 1780),
    link("payee", "burned", 20),
  ],
};
const size = { width: 700, bodyHeight: 200, nodeWidth: 10, slotOf: () => 20 };
const layout = layoutFlow(flow, size);
const at = (id: string) => layout.nodes.find((placed) => placed.node.id === id);

describe("layoutFlow", () => {
  it("puts the path first, then siblings, then what is not spent", () => {
    const column = layout.nodes.filter((placed) => placed.node.column === 1).map((placed) => placed.node.id);
    expect(column).toEqual(["office", "other", "left"]);
  });

  it("draws each column to its own parents' total", () => {
    expect(at("bank")?.height).toBe(200);
    expect(at("office")?.height).toBeCloseTo(112.5);
    expect(at("rest")?.height).toBeCloseTo((1780 / 1800) * 200);
  });

  it("keeps the last column at its parent's height", () => {
    expect(at("burned")?.height).toBe(at("payee")?.height);
  });

  it("leaves room for each label and never overlaps nodes", () => {
    for (const a of layout.nodes) {
      for (const b of layout.nodes) {
        if (a === b || a.node.column !== b.node.column || b.y < a.y) continue;
        expect(b.y - a.y).toBeGreaterThanOrEqual(Math.max(20, a.height));
      }
    }
  });

  it("draws every link whose two ends exist and no other", () => {
    expect(layout.links).toHaveLength(6);
    expect(layoutFlow({ nodes: flow.nodes, links: [link("bank", "nowhere", 1)] }, size).links).toHaveLength(0);
  });
});
