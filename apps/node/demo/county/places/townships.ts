/** A township of the invented district. Real ones have codes of GB/T 2260 and its extension, which these are not. */
export interface Township {
  /** Area on the ledger. */
  readonly area: string;
  readonly zh: string;
  readonly en: string;
  /** 9 digits: district 339901, then 0xx for streets, 1xx for towns, 2xx for townships. */
  readonly code: string;
}

/** [area, name, name in English]; the two streets that the demo already has come first. */
const named: readonly (readonly [area: string, zh: string, en: string])[] = [
  ["qingshi", "青石街道", "Qingshi Street"],
  ["wutong", "梧桐街道", "Wutong Street"],
  ["linjiang", "临江街道", "Linjiang Street"],
  ["liutang", "柳塘街道", "Liutang Street"],
  ["fengxi", "枫溪镇", "Fengxi Town"],
  ["nanpu", "南浦镇", "Nanpu Town"],
  ["shiqiao", "石桥镇", "Shiqiao Town"],
  ["zhuli", "竹里镇", "Zhuli Town"],
  ["heyuan", "禾源镇", "Heyuan Town"],
  ["shazhou", "沙洲镇", "Shazhou Town"],
  ["songkou", "松口镇", "Songkou Town"],
  ["baihe", "白鹤镇", "Baihe Town"],
  ["chuantou", "船头镇", "Chuantou Town"],
  ["gutang", "古塘镇", "Gutang Town"],
  ["hengshan", "横山镇", "Hengshan Town"],
  ["jinping", "锦屏镇", "Jinping Town"],
  ["luoyan", "落雁镇", "Luoyan Town"],
  ["meilin", "梅林镇", "Meilin Town"],
  ["wangshan", "望山乡", "Wangshan Township"],
  ["taowu", "桃坞乡", "Taowu Township"],
  ["chaling", "茶岭乡", "Chaling Township"],
  ["shuangxi", "双溪乡", "Shuangxi Township"],
  ["xianyun", "闲云乡", "Xianyun Township"],
  ["yanxia", "岩下乡", "Yanxia Township"],
  ["lugang", "芦港乡", "Lugang Township"],
];

export const districtCode = "339901";

/** All townships of the district. */
export const townships: readonly Township[] = named.map(([area, zh, en], at) => {
  const kind = zh.endsWith("街道") ? 0 : zh.endsWith("镇") ? 1 : 2;
  return { area, zh, en, code: `${districtCode}${kind}${String(at + 1).padStart(2, "0")}` };
});
