import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import { describe, expect, it } from "vitest";
import { html, said } from "./html.ts";

describe("markup from a template", () => {
  it.each([
    ["<b>&\"'`", "&lt;b&gt;&amp;&quot;&#39;&#96;"],
    ["a\u0000\u001bb\ud800", "a\ufffd\ufffdb\ufffd"],
    ["line\nbreak\ttab", "line\nbreak\ttab"],
    ["𠮷", "𠮷"],
  ])("writes %j as text", (given, written) => {
    expect(html`${given}`.text).toBe(written);
  });

  it("keeps what is markup already, and leaves out what is absent", () => {
    expect(html`<p>${html`<b>${1}</b>`}${undefined}${false}${[html`<i></i>`, "<"]}</p>`.text).toBe(
      "<p><b>1</b><i></i>&lt;</p>",
    );
  });

  it.each(naughtyStrings.map((words) => [words]))("holds %j inside quotes and between tags", (words) => {
    const { text } = html`<a title="${words}">${said(words)}</a>`;
    expect(text.match(/<[^>]*>/g)).toHaveLength(4);
    expect(text.match(/"/g)).toHaveLength(2);
  });
});
