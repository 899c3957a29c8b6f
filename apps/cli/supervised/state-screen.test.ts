import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ScreenRow, StateScreen } from "./state-screen.ts";

const row = (report: ScreenRow["report"]): ScreenRow => ({
  name: "audit",
  url: "http://localhost:8510",
  others: 3,
  report,
});
const engine = {
  height: 40,
  isCatchingUp: false,
  power: 1,
  peers: ["finance", "street"],
  isQuorum: true,
  bodiesFrom: 0,
};

function screenOn(isTTY: boolean) {
  const written: string[] = [];
  const screen = new StateScreen({ isTTY, write: (text) => written.push(text) }, "organisation");
  return { written, screen };
}

beforeAll(() => void vi.stubEnv("MINGBAI_LANG", "en"));
afterAll(() => void vi.unstubAllEnvs());

describe("the screen of what is kept running", () => {
  it("tells each change of state once where it is no terminal, and why a node ended", () => {
    const { screen, written } = screenOn(false);
    for (const report of [
      { state: "starting" },
      { state: "running", height: 3, engine },
      { state: "running", height: 4, engine },
      { state: "stopped", reason: "mingbai: no keys" },
    ] as const) {
      screen.show([row(report)]);
    }
    expect(written).toEqual([
      "audit  http://localhost:8510  starting\n",
      "audit  http://localhost:8510  running  3  2/3\n",
      "audit  http://localhost:8510  stopped      mingbai: no keys\n",
    ]);
  });

  it("draws its table again in its place on a terminal", () => {
    const { screen, written } = screenOn(true);
    screen.show([row({ state: "running", height: 3, engine })]);
    screen.show([row({ state: "running", height: 4, engine })]);
    expect(written[0]).toContain("running       3  2/3");
    expect(written[1]?.startsWith("\x1b[2A\x1b[J")).toBe(true);
    expect(written[1]).toContain("running       4  2/3");
  });

  it("puts a line that stays above its table", () => {
    const { screen, written } = screenOn(true);
    screen.show([row({ state: "running", height: 3, engine })]);
    screen.say("all is there");
    expect(written[1]).toBe("\x1b[2A\x1b[Jall is there\n");
    expect(written[2]).toContain("running       3  2/3");
  });
});
