import { utf8 } from "@mingbai/codec/bytes";
import { describe, expect, it } from "vitest";
import { orFault } from "../fault.ts";
import { depthMax, fileBytesMax, readXml } from "./read-xml.ts";

const read = (text: string) => orFault(() => readXml(utf8(text)));
const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';

describe("a file of XML", () => {
  it.each([
    ["a billion laughs", laughs, "DOCTYPE", 1],
    ["an entity from outside", outside, "DOCTYPE", 1],
    ["a document type alone", "\n<!DOCTYPE html>\n<a/>", "DOCTYPE", 2],
    ["a style sheet", '<?xml-stylesheet href="x"?><a/>', "NOT_UTF8", 1],
    ["a processing instruction inside", "<a>\n\n<?php x ?></a>", "DOCTYPE", 3],
    ["another encoding", '<?xml version="1.0" encoding="GBK"?><a/>', "NOT_UTF8", 1],
    ["an entity of its own", "<a>&nbsp;</a>", "NOT_XML", 1],
    ["a character that XML has not, by number", "<a>&#0;</a>", "NOT_XML", 1],
    ["a character beyond Unicode", "<a>&#x110000;</a>", "NOT_XML", 1],
    ["a bare ampersand", "<a>Tom & Jerry</a>", "NOT_XML", 1],
    ["a wrong end", "<a>\n<b></c></a>", "NOT_XML", 2],
    ["no end", "<a><b></b>", "NOT_XML", 1],
    ["two roots", "<a/><b/>", "NOT_XML", 1],
    ["text after the root", "<a/>more", "NOT_XML", 1],
    ["marked text before the root", "<![CDATA[x]]><a/>", "NOT_XML", 1],
    ["text and no root", "hello", "NOT_XML", 1],
    ["nothing", "", "NOT_XML", 1],
    ["an attribute twice", '<a b="1" b="2"/>', "NOT_XML", 1],
    ["an attribute without quotes", "<a b=1/>", "NOT_XML", 1],
    ["a prefix that nobody declared", "<x:a/>", "NOT_XML", 1],
    ["a comment that does not end", "<a><!-- -- --></a>", "NOT_XML", 1],
    ["too many attributes", `<a ${Array.from({ length: 9 }, (_, at) => `b${at}="1"`).join(" ")}/>`, "NOT_XML", 1],
    ["too deep a nest", "<a>".repeat(depthMax + 1), "TOO_DEEP", 1],
  ])("is refused with %s", (_, text, fault, line) => {
    expect(read(text)).toMatchObject({ fault, line });
  });

  it("is refused where it is not UTF-8, or too large", () => {
    expect(orFault(() => readXml(Uint8Array.of(60, 0xff, 62)))).toMatchObject({ fault: "NOT_UTF8" });
    expect(orFault(() => readXml(new Uint8Array(fileBytesMax + 1)))).toMatchObject({ fault: "TOO_LARGE" });
  });

  it("gives names, namespaces, lines, attributes and text", () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<n:Document xmlns:n="urn:x" xmlns="urn:y">
  <n:Amt Ccy='CNY'>1<![CDATA[<]]>2&lt;&#x6c11;&#26126;</n:Amt><Empty/>
</n:Document>
<!-- the end -->
`;
    expect(read(text)).toMatchObject({
      name: "Document",
      namespace: "urn:x",
      line: 3,
      children: [
        { name: "Amt", namespace: "urn:x", line: 4, path: "Document/Amt", text: "1<2<民明" },
        { name: "Empty", namespace: "urn:y", text: "", children: [] },
      ],
    });
  });
});
