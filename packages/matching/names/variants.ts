/**
 * Characters of names and the form under which they are compared: the second of each two. Traditional and older forms
 * follow the General List of Simplified Characters (简化字总表, 1986) and the First List of Variant Forms (第一批异体字整理表,
 * 1955), as far as names use them.
 */
const simplified = `
張张 陳陈 劉刘 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 鄭郑 謝谢 許许 韓韩 馮冯 鄧邓 葉叶 蘇苏 呂吕 蔣蒋 盧卢 賈贾 譚谭 鄒邹 陸陆 龍龙 萬万 錢钱 湯汤 賴赖 龔龚 龐庞 顏颜 聶聂 魯鲁 韋韦 畢毕 齊齐 嚴严 閻阎 閆闫
蕭萧 範范 鍾钟 鐘钟 歐欧 陽阳 紀纪 項项 關关 駱骆 羅罗 鄔邬 應应 單单 黨党 滿满 談谈 藍蓝 蘭兰 國国 華华 偉伟 強强 軍军 東东 麗丽 紅红 飛飞 輝辉 鳳凤 蓮莲 瓊琼 瑩莹 榮荣 貴贵 財财 寶宝 壽寿 興兴 慶庆
發发 運运 順顺 長长 豐丰 業业 學学 書书 義义 禮礼 誠诚 賢贤 聖圣 愛爱 樂乐 歡欢 靜静 潔洁 嬌娇 媽妈 艷艳 豔艳 鮮鲜 蘋苹 銀银 鐵铁 鋼钢 鋒锋 銳锐 銘铭 錦锦 鎮镇 釗钊 鈺钰 鈞钧 鵬鹏 鴻鸿 鶴鹤 雲云 電电
霧雾 風风 颯飒 嵐岚 峯峰 嶺岭 澤泽 濤涛 瀟潇 濱滨 漢汉 湧涌 淵渊 潤润 溫温 淩凌 淚泪 澇涝 會会 倫伦 億亿 儀仪 優优 傑杰 僑侨 儉俭 來来 開开 問问 聞闻 閱阅 闊阔 間间 門门 陰阴 隊队 際际 隨随 雙双 難难
雋隽 韻韵 響响 頁页 頌颂 預预 領领 穎颖 頻频 願愿 顯显 飄飘 養养 騰腾 駿骏 驍骁 驕骄 驥骥 驊骅 魚鱼 鳥鸟 鳴鸣 鷹鹰 麥麦 點点 龜龟 煥焕 煒炜 燦灿 爾尔 爭争 獻献 瑋玮 璽玺 環环 璣玑 瑪玛 產产 畫画 當当
監监 盡尽 眾众 礦矿 禎祯 禪禅 種种 穩稳 積积 窮穷 競竞 筆笔 節节 簡简 糧粮 級级 紋纹 純纯 細细 終终 紹绍 結结 絲丝 經经 緒绪 維维 綱纲 綠绿 緣缘 編编 練练 縣县 績绩 繼继 續续 纖纤 羣群 聯联 聰聪 聲声
職职 肅肃 脈脉 膽胆 臨临 舉举 舊旧 艦舰 莊庄 蒼苍 蓋盖 薑姜 蘊蕴 號号 蟲虫 術术 衛卫 裏里 裝装 見见 規规 視视 親亲 覺觉 觀观 計计 訓训 記记 設设 詠咏 詩诗 話话 詳详 語语 調调 諾诺 謀谋 謙谦 講讲 證证
識识 護护 讓让 貞贞 負负 貢贡 責责 貨货 質质 費费 賀贺 資资 賓宾 賜赐 賽赛 贊赞 贏赢 車车 軒轩 輕轻 輪轮 轉转 農农 進进 遠远 達达 遷迁 選选 遼辽 邊边 鄉乡 醫医 釋释 鈴铃 銅铜 錄录 鍵键 鏡镜 陣阵 勝胜
勛勋 勳勋 勞劳 勵励 動动 務务 匯汇 區区 協协 參参 啟启 啓启 喬乔 嘯啸 園园 圓圆 團团 場场 堅坚 報报 塵尘 壯壮 壇坛 夢梦 婭娅 婦妇 嫻娴 孌娈 實实 寧宁 寬宽 將将 專专 對对 導导 層层 島岛 崗岗 帥帅 帶带
師师 幫帮 幹干 廣广 廠厂 彌弥 彥彦 後后 從从 憲宪 憶忆 懷怀 戰战 擁拥 據据 擇择 數数 時时 晉晋 晝昼 曉晓 曄晔 暉晖 曆历 極极 楓枫 樺桦 棟栋 橋桥 樹树 樓楼 標标 權权 機机 檢检 欽钦 歲岁 歷历 氣气 決决
況况 淨净 灣湾 為为 無无 燁烨 熱热 營营 牽牵 獨独 獎奖 瑤瑶 異异 昇升 陞升 堃坤 喆哲 甦苏 驫骉 靑青 淸清 髙高 祕秘 祐佑 恆恒 竝并 並并 併并 塗涂 徧遍 衆众 逹达 迺乃 廼乃
`;

/** Surnames that the Second Scheme (二简字, 1977) merged; people still go by either. */
const secondScheme = "傅付 萧肖 閻闫 阎闫 戴代 邱丘";

const bases = new Map<string, string>();
for (const pair of `${simplified} ${secondScheme}`.split(/\s+/)) {
  const [variant, base] = [...pair];
  if (variant !== undefined && base !== undefined) bases.set(variant, base);
}

/** The form under which a character is compared: its simplified or usual form, or itself. Forms lead on: 蕭 → 萧 → 肖. */
export function baseOf(character: string): string {
  const base = bases.get(character);
  return base === undefined || base === character ? character : baseOf(base);
}
