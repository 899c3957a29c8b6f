import { random, runSeed } from "@mingbai/testkit/random";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openTable } from "./open-table.ts";
import { readTable } from "./read-table.ts";
import type { TableRow } from "./table.ts";

const seed = runSeed();
const plain = ({ line, cells, brokenQuotes }: TableRow) => ({ line, cells: [...cells], brokenQuotes });

/** Rows of odd cells, longer than one piece of text. */
function oddText(): string {
  const draw = random(seed);
  const cells = ["张三", "5", "", '"a,""b"" c"', '"two\nlines"', `"${"长".repeat(90)}"`, "2015-02-28", 'half "quoted'];
  const rows = ["姓名,住址,金额"];
  for (let at = 0; at < 60_000; at++)
    rows.push(draw.chance(1, 50) ? "" : [draw.pick(cells), `第${at}号院子里的大房子`, draw.pick(cells)].join(","));
  rows.push('"nobody closes this,1,2', "a,b,c");
  return rows.join("\r\n");
}

describe("a table read in pieces", () => {
  const text = oddText();

  it.each(["utf-8", "gb18030"])(`has the rows of the table read whole, in %s, each time (seed ${seed})`, (encoding) => {
    const bytes = iconv.encode(text, encoding);
    expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024);
    const whole = readTable(bytes);
    const open = openTable(bytes);
    expect(open.beginning.header).toEqual(whole.header);
    expect(open.beginning.rows.length).toBeLessThan(whole.rows.length);
    expect(Array.from(open.rows, plain)).toEqual(whole.rows.map(plain));
    expect(Iterator.from(open.rows).take(3).map(plain).toArray()).toEqual(whole.rows.slice(0, 3).map(plain));
  });

  it("is read whole where its encoding shows late, or has 16 bits a character", () => {
    const late = Uint8Array.from([
      ...new TextEncoder().encode(`A,B\n${"ascii,1\n".repeat(140_000)}`),
      0xa3,
      0x31,
      0x0a,
    ]);
    expect(openTable(late).beginning.encoding).toBe("windows-1252");
    const wide = openTable(iconv.encode(text, "utf-16le"));
    expect(Array.from(wide.rows)).toHaveLength(wide.beginning.rows.length);
  });
});
