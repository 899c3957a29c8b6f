import { concat, utf8 } from "@mingbai/codec/bytes";
import { deepCount } from "@mingbai/testkit/deep";
import { random } from "@mingbai/testkit/random";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { judgeFile } from "./judge-file.ts";
import {
  asZip64,
  bytesOf,
  contentTypesOf,
  docxTypes,
  latin1Bytes,
  pdfWithObjectStream,
  pptxTypes,
  type SampleEntry,
  sampleDocx,
  sampleHeic,
  sampleJpeg,
  samplePdf,
  samplePng,
  sampleTiff,
  sampleZip,
  xlsxTypes,
} from "./test-samples.ts";

const office = "application/vnd.openxmlformats-officedocument.";
const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;
const rels = (attributes: string): SampleEntry => ({
  name: "word/_rels/document.xml.rels",
  content: `<Relationships><Relationship Id="r1" ${attributes}/></Relationships>`,
});

type Sample = readonly [what: string, bytes: Uint8Array | string];

describe("files that may be shown", () => {
  it.each<readonly [...Sample, type: string]>([
    ["a PDF", samplePdf(), "application/pdf"],
    ["a PDF with an object stream", pdfWithObjectStream("1 0 <</Type/Page>>"), "application/pdf"],
    ["a PNG", samplePng(), "image/png"],
    ["a JPEG", sampleJpeg(), "image/jpeg"],
    ["a JPEG with a preview behind it", concat(sampleJpeg(), sampleJpeg()), "image/jpeg"],
    ["a TIFF", sampleTiff(), "image/tiff"],
    ["an HEIC", sampleHeic(), "image/heic"],
    ["a docx", sampleDocx(), `${office}wordprocessingml.document`],
    ["a docx as Java writes it", asZip64(sampleDocx()), `${office}wordprocessingml.document`],
    ["an xlsx", sampleZip([xlsxTypes]), `${office}spreadsheetml.sheet`],
    ["a pptx", sampleZip([pptxTypes]), `${office}presentationml.presentation`],
    [
      "a docx with a link to click",
      sampleDocx(rels(`Type="http://x/relationships/hyperlink" Target="http://a" TargetMode="External"`)),
      `${office}wordprocessingml.document`,
    ],
    ["text", "更换路灯的合同\n第一条", "text/plain; charset=utf-8"],
    ["text in GB18030", iconv.encode("更换路灯的合同", "gb18030"), "text/plain; charset=gb18030"],
    [
      "text in UTF-16",
      concat(Uint8Array.of(0xff, 0xfe), iconv.encode("合同", "utf-16le")),
      "text/plain; charset=utf-16le",
    ],
    ["text that looks like a virus to scanners", eicar, "text/plain; charset=utf-8"],
    ["text that begins as programs do", "MZ is how it begins", "text/plain; charset=utf-8"],
    ["a table", 'name,amount\r\n张三,100\r\n李四,"1,200"\r\n', "text/csv; charset=utf-8"],
    ["a table with negative amounts", "a;b\n-1;+2\n", "text/csv; charset=utf-8"],
  ])("%s", async (_, bytes, type) => {
    expect(await judgeFile(bytesOf(bytes))).toEqual({ type, untrusted: false });
  });
});

describe("files that are kept, and only handed over", () => {
  it.each<readonly [...Sample, type: string]>([
    ["a PDF with a script", samplePdf("3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj"), "application/pdf"],
    ["a PDF with a script spelled otherwise", samplePdf("3 0 obj<</S/Java#53cript/J#53 4 0 R>>"), "application/pdf"],
    ["a PDF with a script in an object stream", pdfWithObjectStream("1 0 <</S/JavaScript>>"), "application/pdf"],
    ["a PDF whose object stream is a bomb", pdfWithObjectStream("0".repeat(5 * 1024 * 1024)), "application/pdf"],
    ["a PDF with a form that scripts itself", samplePdf("3 0 obj<</AcroForm<</XFA 5 0 R>>>>endobj"), "application/pdf"],
    ["a PDF that starts a program", samplePdf("3 0 obj<</S/Launch/F(cmd.exe)>>endobj"), "application/pdf"],
    ["a PDF with a file in it", samplePdf("3 0 obj<</Type/EmbeddedFile>>endobj"), "application/pdf"],
    ["a PDF under a password", samplePdf("trailer<</Encrypt 5 0 R>>"), "application/pdf"],
    ["a PDF with something behind its end", concat(samplePdf(), utf8("more")), "application/pdf"],
    ["a PNG with a script in its words", samplePng({ text: "<script>alert(1)</script>" }), "image/png"],
    ["a JPEG with a script in its words", sampleJpeg({ comment: "<?php system(1) ?>" }), "image/jpeg"],
    ["a PNG with a maker's notes behind it", concat(samplePng(), utf8("notes")), "image/png"],
    ["a JPEG with a maker's notes behind it", concat(sampleJpeg(), utf8("SEFH....SEFT")), "image/jpeg"],
    [
      "a docx that fetches its template",
      sampleDocx(rels(`Type="http://x/attachedTemplate" Target="http://evil/t.dotm" TargetMode="External"`)),
      `${office}wordprocessingml.document`,
    ],
    ["an OFD invoice", sampleZip([{ name: "OFD.xml", content: "<ofd:OFD/>" }]), "application/ofd"],
    ["text that speaks of a script", "see <script>alert(1)</script>", "text/plain; charset=utf-8"],
    ["a table with a formula", `a,b\n1,=cmd|' /C calc'!A0\n`, "text/csv; charset=utf-8"],
    ["XML", `<?xml version="1.0"?><invoice no="1"/>`, "application/xml"],
  ])("%s", async (_, bytes, type) => {
    expect(await judgeFile(bytesOf(bytes))).toEqual({ type, untrusted: true });
  });
});

/** A zip whose second end record points into its entries. */
function zip64Elsewhere(): Uint8Array {
  const bytes = asZip64(sampleDocx());
  bytes[bytes.length - 22 - 76 + 48] = 7;
  return bytes;
}

const bomb = new Uint8Array(4 * 1024 * 1024);
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
const macroTypes = contentTypesOf("application/vnd.ms-word.document.macroEnabled.main+xml");

describe("files that are refused", () => {
  it.each<readonly [...Sample, code: string]>([
    ["nothing", "", "FILE_EMPTY"],
    ["noise", random(3).bytes(4_096), "FILE_TYPE"],
    ["a GIF", "GIF89a\x01\0\x01\0", "FILE_TYPE"],
    ["an SVG with a script", svg, "FILE_PAGE"],
    ["an SVG behind an XML head", `<?xml version="1.0"?>\n${svg}`, "FILE_PAGE"],
    ["XML with an entity", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, "FILE_PAGE"],
    ["a web page", "\ufeff \n<!DOCTYPE html><html></html>", "FILE_PAGE"],
    ["a web page in UTF-16", concat(Uint8Array.of(0xff, 0xfe), iconv.encode("<html>", "utf-16le")), "FILE_PAGE"],
    ["a shell script", "#!/bin/sh\nrm -rf /", "FILE_PROGRAM"],
    ["PostScript", "%!PS-Adobe-3.0", "FILE_PROGRAM"],
    ["a Windows program", latin1Bytes(`MZ\x90\0${"\0".repeat(60)}PE\0\0`), "FILE_PROGRAM"],
    ["a Linux program", latin1Bytes("\x7fELF\x02\x01\x01"), "FILE_PROGRAM"],
    ["a zip", sampleZip([{ name: "a.txt", content: "a" }]), "FILE_ARCHIVE"],
    ["an empty zip", sampleZip([]), "FILE_ARCHIVE"],
    ["a rar", "Rar!\x1a\x07", "FILE_ARCHIVE"],
    ["a gzip", latin1Bytes("\x1f\x8b\x08\0"), "FILE_ARCHIVE"],
    ["a tar", latin1Bytes(`a.txt${"\0".repeat(252)}ustar\0`), "FILE_ARCHIVE"],
    ["an RTF", "{\\rtf1 hello}", "FILE_OLD_OFFICE"],
    ["a doc", latin1Bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(500)}`), "FILE_OLD_OFFICE"],
    [
      "a docx under a password",
      concat(latin1Bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), iconv.encode("EncryptedPackage", "utf-16le")),
      "FILE_ENCRYPTED",
    ],
    ["a docx with macros", sampleDocx({ name: "word/vbaProject.bin", content: "x" }), "FILE_MACROS"],
    ["a docx with macros in other letters", sampleDocx({ name: "word/VBAPROJECT.BIN", content: "x" }), "FILE_MACROS"],
    ["a docm called docx", sampleZip([macroTypes]), "FILE_MACROS"],
    [
      "an xlsx with a macro sheet",
      sampleZip([xlsxTypes, { name: "xl/macrosheets/s.xml", content: "<x/>" }]),
      "FILE_MACROS",
    ],
    [
      "a docx with macros under another name",
      sampleDocx({ name: "word/a.bin", content: latin1Bytes("\xd0\xcf\x11\xe0") }),
      "FILE_NESTED",
    ],
    ["a docx with a zip in it", sampleDocx({ name: "word/a.bin", content: sampleZip([docxTypes]) }), "FILE_NESTED"],
    ["a docx with a gzip in it", sampleDocx({ name: "a", content: latin1Bytes("\x1f\x8b\x08") }), "FILE_NESTED"],
    ["a docx with a program in it", sampleDocx({ name: "a", content: "MZ\x90" }), "FILE_PROGRAM"],
    ["a docx that hides its type", sampleZip([contentTypesOf("a&#109;acro")]), "FILE_DAMAGED"],
    [
      "a docx with an entity",
      sampleZip([{ ...docxTypes, content: `<!DOCTYPE a [<!ENTITY b "c">]><Types/>` }]),
      "FILE_DAMAGED",
    ],
    [
      "a docx that is an xlsx",
      sampleZip([
        contentTypesOf(`${office}wordprocessingml.document.main+xml" b="${office}spreadsheetml.sheet.main+xml`),
      ]),
      "FILE_TWO_KINDS",
    ],
    ["a zip bomb", sampleDocx({ name: "a", content: bomb }), "FILE_BOMB"],
    ["a zip bomb that says it is small", sampleDocx({ name: "a", content: bomb, unpackedBytes: 1_000 }), "FILE_BOMB"],
    ["a zip that says it is vast", sampleDocx({ name: "a", content: "a", unpackedBytes: 2 ** 31 }), "FILE_BOMB"],
    [
      "a zip of very many entries",
      sampleZip(Array.from({ length: 5_001 }, (_, at) => ({ name: `${at}`, content: "" }))),
      "FILE_BOMB",
    ],
    ["a zip under a password", sampleDocx({ name: "a", content: "a", flags: 1 }), "FILE_ENCRYPTED"],
    ["a zip that leaves its folder", sampleDocx({ name: "../../etc/passwd", content: "a" }), "FILE_DAMAGED"],
    ["a zip with a path of its own", sampleDocx({ name: "C:\\windows\\a", content: "a" }), "FILE_DAMAGED"],
    ["a zip with two entries of one name", sampleDocx({ name: "Word/Document.xml", content: "a" }), "FILE_DAMAGED"],
    ["a zip whose parts name it differently", sampleDocx({ name: "a", localName: "b", content: "a" }), "FILE_DAMAGED"],
    [
      "a zip with something between entries",
      sampleDocx({ name: "a", content: "a", behind: new Uint8Array(100) }),
      "FILE_DAMAGED",
    ],
    [
      "a zip whose parts size it differently",
      sampleDocx({ name: "a", content: "a", localUnpackedBytes: 9 }),
      "FILE_DAMAGED",
    ],
    ["a zip that says where it is not", zip64Elsewhere(), "FILE_DAMAGED"],
    ["a zip with a comment", sampleZip([docxTypes], "<script>"), "FILE_DAMAGED"],
    ["a zip cut off", sampleDocx().slice(0, -30), "FILE_DAMAGED"],
    ["a PDF that is a zip", concat(samplePdf(), sampleDocx()), "FILE_TWO_KINDS"],
    ["a PDF that is a page", samplePdf("<html><script>alert(1)</script></html>"), "FILE_TWO_KINDS"],
    ["a PDF with a page behind it", concat(samplePdf(), utf8("<script>alert(1)</script>")), "FILE_TWO_KINDS"],
    ["a PDF without an end", samplePdf().slice(0, 40), "FILE_DAMAGED"],
    ["a PNG with a script behind it", concat(samplePng(), utf8("<script>alert(1)</script>")), "FILE_TWO_KINDS"],
    ["a PNG that is a zip", concat(samplePng(), sampleDocx()), "FILE_TWO_KINDS"],
    ["a PNG that is a PDF", samplePng({ text: "%PDF-1.7" }), "FILE_TWO_KINDS"],
    ["a PNG cut off", samplePng().slice(0, -5), "FILE_DAMAGED"],
    ["a PNG too large to draw", samplePng({ width: 60_000, height: 60_000 }), "FILE_BOMB"],
    ["a JPEG with a script behind it", concat(sampleJpeg(), utf8("<script>alert(1)</script>")), "FILE_TWO_KINDS"],
    ["a JPEG that is a zip", concat(sampleJpeg(), sampleZip([{ name: "a", content: "a" }])), "FILE_TWO_KINDS"],
    ["a JPEG cut off", sampleJpeg().slice(0, -2), "FILE_DAMAGED"],
    ["a JPEG too large to draw", sampleJpeg({ width: 65_000, height: 65_000 }), "FILE_BOMB"],
    ["a TIFF without pictures", latin1Bytes("II*\0\x08\0\0\0\0\0"), "FILE_DAMAGED"],
    ["a film", latin1Bytes("\0\0\0\x10ftypisom\0\0\0\0"), "FILE_TYPE"],
    ["text that is a PDF", "words %PDF-1.7 words", "FILE_TWO_KINDS"],
  ])("%s", async (_, bytes, code) => {
    expect(await judgeFile(bytesOf(bytes))).toEqual({ refused: code });
  });

  it("with overlapping entries: one packed content named many times", async () => {
    const bytes = sampleZip([docxTypes, { name: "a", content: "a" }, { name: "b", content: "a" }]);
    const text = Buffer.from(bytes).toString("latin1");
    const header = "PK\x01\x02";
    const types = text.indexOf(header);
    const first = text.indexOf(header, types + 1);
    const second = text.indexOf(header, first + 1);
    expect(second).toBeGreaterThan(first);
    bytes.set(bytes.subarray(first + 42, first + 46), second + 42);
    expect(await judgeFile(bytes)).toEqual({ refused: "FILE_DAMAGED" });
  });
});

describe("a large picture or scan", () => {
  it("is not distrusted for what stands in its noise by chance", async () => {
    const dice = random(23);
    const rounds = deepCount(4, 200);
    for (let round = 0; round < rounds; round++) {
      // As coded data of a JPEG has it: no marker in it.
      const noise = dice.bytes(1024 * 1024).map((byte) => (byte === 0xff ? 0xfe : byte));
      const jpeg = sampleJpeg();
      const photo = concat(jpeg.subarray(0, -2), noise, jpeg.subarray(-2));
      expect(await judgeFile(photo), `round ${round}`).toEqual({ type: "image/jpeg", untrusted: false });
      const scan = samplePdf(`3 0 obj<</Length 9>>stream\n`);
      const pdf = concat(scan.subarray(0, -40), noise, utf8("\nendstream endobj\n%%EOF\n"));
      expect(await judgeFile(pdf), `round ${round}`).toEqual({ type: "application/pdf", untrusted: false });
    }
  });
});

describe("a file altered anywhere", () => {
  const wholes = [
    samplePdf(),
    pdfWithObjectStream("a"),
    samplePng(),
    sampleJpeg(),
    sampleHeic(),
    sampleTiff(),
    sampleDocx(),
    asZip64(sampleDocx()),
  ];

  it("is judged or refused, and never an error", async () => {
    const dice = random(17);
    for (let round = 0; round < deepCount(400, 40_000); round++) {
      const bytes = (wholes[round % wholes.length] ?? new Uint8Array()).slice();
      for (let flips = dice.below(4); flips >= 0; flips--) bytes[dice.below(bytes.length)] = dice.below(256);
      const cut = dice.below(3) === 0 ? bytes.slice(0, dice.below(bytes.length + 1)) : bytes;
      const judged = await judgeFile(cut);
      expect("refused" in judged || judged.type.length > 0, `round ${round}`).toBe(true);
    }
  });
});
