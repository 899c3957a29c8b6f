import { describe, expect, it } from "vitest";
import { queueAddress, readQueueAddress } from "./queue-address.ts";

describe("the address of a queue", () => {
  it("comes back as it was", () => {
    const search = "box=overdue&stage=passed&fund=3&text=lift";
    const queue = readQueueAddress(new URLSearchParams(search));
    expect(queue).toEqual({ box: "overdue", stage: "passed", fund: 3, text: "lift" });
    expect(queueAddress(queue).toString()).toBe(search);
  });

  it("leaves out what it cannot read", () => {
    expect(readQueueAddress(new URLSearchParams("box=mine&stage=lost&fund=x&text="))).toEqual({ box: "todo" });
  });
});
