import { describe } from "vitest";
import { finance, hex, proposed, refuses } from "../testing/refusal-rows.ts";
import { manifestId, people } from "../testing/test-scene.ts";

describe("approveManifest", () => {
  refuses([
    ["MANIFEST_UNKNOWN", finance, "approveManifest", { manifest: hex("ff"), proposal: hex("00") }],
    ["MANIFEST_DIFFERS", finance, "approveManifest", { manifest: hex("e1"), proposal: hex("00") }, proposed],
    ["NOT_HOLDER", people.streetFinance, "approveManifest", { manifest: manifestId, proposal: hex("00") }],
  ]);
});
