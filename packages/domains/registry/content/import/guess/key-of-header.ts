/**
 * What a column says about which rows belong together, by its name; `sheet`: the number of the paper that was
 * filled in for a household; `order`: row numbers and the like.
 */
export type KeyOfHeader = "household" | "sheet" | "headNumber" | "headName" | "order";

const names: readonly (readonly [KeyOfHeader, RegExp])[] = [
  [
    "household",
    /^(?:家庭|农户|住户|户)(?:的)?(?:编号|编码|序号|代码|号码?|id)$|^household ?(?:no|number|id|code)\.?$/i,
  ],
  ["headNumber", /^户主(?:的)?(?:公民)?(?:身份证|证件|身份)(?:号|号码)?$|^head ?(?:id|identity) ?(?:no|number)?$/i],
  ["headName", /^户主(?:的)?(?:姓名|名字|名)?$|^(?:name of (?:the )?head|head(?: of household)?(?: name)?)$/i],
  ["order", /^(?:序号|行号|顺序号|no\.?|#|人数合计|合计|总计)$/i],
];

export function keyOfHeader(header: string, cells: readonly string[]): KeyOfHeader | undefined {
  if (/^编号$/.test(header)) return areRowNumbers(cells) ? "order" : "household";
  if (/^(?:问卷|调查表|登记表|采集表|表格|档案|建档)(?:编号|编码|号码?)$/.test(header) && !areRowNumbers(cells))
    return "sheet";
  const plain = header.replace(/\s+/gu, (space) => (/[a-z]/i.test(header) ? space : "")).trim();
  return names.find(([, name]) => name.test(plain))?.[0];
}

/** A number that no other row has is the row's. */
function areRowNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return new Set(filled).size === filled.length;
}
