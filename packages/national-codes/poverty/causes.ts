import { codeTable } from "../code-table/code-table.ts";

/**
 * The eleven causes of poverty of the register of poor households (建档立卡), in the order of its form: 《贫困户登记表》 A3a
 * 主要致贫原因 (one) and A3b 其他致贫原因 (at most two). The form prints no codes; these are the places in its list. Its last
 * box, 其他, is no cause, and 因婚 and 因丧 are not on it.
 */
export const povertyCauses = codeTable("《贫困户登记表》A3", [
  ["1", "因病", "Illness", "因病致贫", "疾病"],
  ["2", "因残", "Disability", "因残致贫", "残疾"],
  ["3", "因学", "Schooling", "因学致贫", "上学"],
  ["4", "因灾", "Disaster", "因灾致贫", "灾害"],
  ["5", "缺土地", "Lack of land", "缺地"],
  ["6", "缺水", "Lack of water"],
  ["7", "缺技术", "Lack of skills"],
  ["8", "缺劳力", "Lack of labour", "缺劳动力", "缺乏劳动力"],
  ["9", "缺资金", "Lack of funds", "缺乏资金"],
  ["10", "交通条件落后", "Poor roads", "交通落后", "交通不便"],
  ["11", "自身发展动力不足", "Lack of own drive", "自身发展力不足", "发展动力不足"],
]);
