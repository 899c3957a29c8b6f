import { codeTable } from "../code-table/code-table.ts";

/**
 * Who registers and what, by the first two characters of a credit code: GB 32100-2015 table 1 with amendment 1 of 2016, whole;
 * 54 is used by civil affairs since 2017 for committees of villages and residents (特别法人).
 */
export const registrationKinds = codeTable("GB 32100-2015", [
  ["11", "机关", "State organ"],
  ["12", "事业单位", "Public institution"],
  ["13", "中央编办直接管理机构编制的群众团体", "Mass organisation under the central office"],
  ["19", "机构编制部门登记的其他组织", "Other, registered by the office of establishment"],
  ["21", "外国常驻新闻机构", "Resident foreign news organisation"],
  ["29", "外交部门登记的其他组织", "Other, registered by foreign affairs"],
  ["31", "律师执业机构", "Law firm"],
  ["32", "公证处", "Notary office"],
  ["33", "基层法律服务所", "Local legal service office"],
  ["34", "司法鉴定机构", "Forensic institution"],
  ["35", "仲裁委员会", "Arbitration commission"],
  ["39", "司法行政部门登记的其他组织", "Other, registered by judicial administration"],
  ["41", "外国在华文化中心", "Foreign cultural centre"],
  ["49", "文化部门登记的其他组织", "Other, registered by culture"],
  ["51", "社会团体", "Social association"],
  ["52", "民办非企业单位", "Private non-enterprise unit", "社会服务机构"],
  ["53", "基金会", "Foundation"],
  ["54", "基层群众性自治组织", "Committee of villagers or residents", "村民委员会", "居民委员会"],
  ["59", "民政部门登记的其他组织", "Other, registered by civil affairs"],
  ["61", "外国旅游部门常驻代表机构", "Resident office of a foreign tourism department"],
  [
    "62",
    "港澳台地区旅游部门常驻内地（大陆）代表机构",
    "Resident office of a tourism department of Hong Kong, Macao or Taiwan",
  ],
  ["69", "旅游部门登记的其他组织", "Other, registered by tourism"],
  ["71", "宗教活动场所", "Place of religious activity"],
  ["72", "宗教院校", "Religious school"],
  ["79", "宗教部门登记的其他组织", "Other, registered by religious affairs"],
  ["81", "基层工会", "Local trade union"],
  ["89", "工会登记的其他组织", "Other, registered by trade unions"],
  ["91", "企业", "Enterprise", "公司"],
  ["92", "个体工商户", "Self-employed business", "个体户"],
  ["93", "农民专业合作社", "Farmers' cooperative", "合作社"],
  ["A1", "军队事业单位", "Military public institution"],
  ["A9", "军队登记的其他组织", "Other, registered by the military"],
  ["N1", "组级集体经济组织", "Collective economic organisation of a group"],
  ["N2", "村级集体经济组织", "Collective economic organisation of a village"],
  ["N3", "乡镇级集体经济组织", "Collective economic organisation of a township"],
  ["N9", "农业部门登记的其他组织", "Other, registered by agriculture"],
  ["Y1", "其他", "Other"],
]);
