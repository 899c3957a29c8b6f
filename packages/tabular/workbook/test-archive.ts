/** One part of a test's archive; `declared` lies about its unpacked bytes. */
export interface TestPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly declared?: number;
}

/** An archive of parts, packed as workbooks are. Checksums are 0, which unpackers take for unknown. */
export async function makeArchive(parts: readonly TestPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, declared } of parts) {
    const plain = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const packed = await deflate(plain);
    const nameBytes = new TextEncoder().encode(name);
    const sizes = [packed.length, declared ?? plain.length];
    const local = header({ signature: 0x04034b50, length: 30, sizesAt: 18, sizes, nameBytes });
    local.setUint16(4, 20, true);
    local.setUint16(8, 8, true);
    local.setUint16(26, nameBytes.length, true);
    const entry = header({ signature: 0x02014b50, length: 46, sizesAt: 20, sizes, nameBytes });
    entry.setUint16(6, 20, true);
    entry.setUint16(10, 8, true);
    entry.setUint16(28, nameBytes.length, true);
    entry.setUint32(42, at, true);
    pieces.push(new Uint8Array(local.buffer), packed);
    directory.push(new Uint8Array(entry.buffer));
    at += local.byteLength + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return new Uint8Array(
    await new Blob([...pieces, ...directory, end].map((piece) => new Uint8Array(bytesOf(piece)))).arrayBuffer(),
  );
}

function bytesOf(piece: Uint8Array | DataView): Uint8Array {
  return piece instanceof Uint8Array ? piece : new Uint8Array(piece.buffer);
}

function header(given: {
  signature: number;
  length: number;
  sizesAt: number;
  sizes: readonly number[];
  nameBytes: Uint8Array;
}): DataView<ArrayBuffer> {
  const bytes = new Uint8Array(given.length + given.nameBytes.length);
  bytes.set(given.nameBytes, given.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, given.signature, true);
  for (const [index, size] of given.sizes.entries()) view.setUint32(given.sizesAt + 4 * index, size, true);
  return view;
}

async function deflate(plain: Uint8Array): Promise<Uint8Array> {
  if (plain.length === 0) return plain;
  const stream = new Blob([new Uint8Array(plain)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A workbook of sheets given as the inside of `sheetData`, with the parts that a reader needs. */
export function workbookParts(
  sheets: readonly { readonly name: string; readonly data: string; readonly state?: string }[],
  sharedStrings: readonly string[] = [],
): TestPart[] {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = (list: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return [
    {
      name: "[Content_Types].xml",
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: "_rels/.rels", content: relations(relation("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${office}"><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("") +
          relation("rId90", "sharedStrings", "sharedStrings.xml") +
          relation("rId91", "styles", "styles.xml"),
      ),
    },
    {
      name: "xl/sharedStrings.xml",
      content: `<sst ${main}>${sharedStrings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    },
    {
      name: "xl/styles.xml",
      content: `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ data }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
    })),
  ];
}

/** A workbook of sheets of texts, by their names; at most 26 columns. */
export function textWorkbook(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const cell = (text: string, column: number, line: number): string =>
    `<c r="${String.fromCharCode(65 + column)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (cells: readonly string[], at: number): string =>
    `<row r="${at + 1}">${cells.map((text, column) => cell(text, column, at + 1)).join("")}</row>`;
  return makeArchive(
    workbookParts(Object.entries(sheets).map(([name, rows]) => ({ name, data: rows.map(row).join("") }))),
  );
}
