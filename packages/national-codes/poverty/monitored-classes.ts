import { codeTable } from "../code-table/code-table.ts";

/**
 * The three classes of households that are monitored against falling back into poverty (中央农村工作领导小组《关于健全防止返贫
 * 动态监测和帮扶机制的指导意见》, 2021). The text gives no codes; these are the places in its list.
 */
export const monitoredClasses = codeTable("《关于健全防止返贫动态监测和帮扶机制的指导意见》", [
  ["1", "脱贫不稳定户", "Out of poverty, not stable", "脱贫不稳定"],
  ["2", "边缘易致贫户", "At the edge of poverty", "边缘户", "边缘易致贫"],
  ["3", "突发严重困难户", "In sudden severe difficulty", "突发严重困难", "突困户"],
]);
