import { describe } from "vitest";
import { answers, clerk, publicKey } from "../testing/test-scene.ts";

describe("registerSealingKey", () => {
  answers("registerSealingKey", [
    ["ok", clerk, { publicKey }],
    ["BODY_INVALID", clerk, { publicKey: "00" }],
  ]);
});
