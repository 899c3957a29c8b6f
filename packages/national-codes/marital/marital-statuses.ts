import { codeTable } from "../code-table/code-table.ts";

/** GB/T 2261.2-2003, whole. */
export const maritalStatuses = codeTable("GB/T 2261.2-2003", [
  ["10", "未婚", "Never married", "单身", "single"],
  ["20", "已婚", "Married", "有配偶", "结婚"],
  ["21", "初婚", "First marriage"],
  ["22", "再婚", "Remarried"],
  ["23", "复婚", "Remarried to the former spouse"],
  ["30", "丧偶", "Widowed"],
  ["40", "离婚", "Divorced", "离异"],
  ["90", "未说明的婚姻状况", "Not stated", "未说明"],
]);
