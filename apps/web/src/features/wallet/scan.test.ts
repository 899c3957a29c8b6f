import encodeQR from "qr";
import { decodeQRBatch } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { readCode, spendPath, takePath } from "./read-code.ts";

const origin = "https://ledger.example";
const pixelsPerModule = 4;

/** A picture of a code as a camera would give it: RGBA, white around. */
function pictureOf(address: string) {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: 4 });
  const width = rows.length * pixelsPerModule;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let pixel = 0; pixel < width * width; pixel++) {
    const [x, y] = [Math.floor((pixel % width) / pixelsPerModule), Math.floor(pixel / width / pixelsPerModule)];
    if (rows[y]?.[x] === true) data.fill(0, pixel * 4, pixel * 4 + 3);
  }
  return { width, height: width, data };
}

/** What stands in the codes of a picture; the library says where it found no more by an Error among them. */
async function textsIn(picture: ReturnType<typeof pictureOf>): Promise<string[]> {
  const [read] = await decodeQRBatch([picture]);
  return (read ?? []).filter((one) => typeof one === "string");
}

describe("the page's own scanner", () => {
  it.each([spendPath("00000000000000a1"), takePath("ab".repeat(32))])("reads the code of %s", async (path) => {
    const texts = await textsIn(pictureOf(origin + path));
    expect(texts).toEqual([origin + path]);
    expect(readCode(texts[0] ?? "", origin)).toBeDefined();
  });

  it("finds nothing in a picture without a code", async () => {
    const blank = { width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(255) };
    expect(await textsIn(blank)).toEqual([]);
  });
});
