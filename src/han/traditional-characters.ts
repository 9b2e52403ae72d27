/**
 * Traditional characters that standard simplified text does not use at all, each in front of its
 * simplified form (简化字总表 and 第一批异体字整理表, as the 通用规范汉字表 of 2013 has them). Characters that
 * simplified text also writes (乾坤 著名 瞭望 藉 徵 於 覆 昇 堃 喆) are left out, so that none is reported wrongly.
 * Enough for what slips in by copying, not a converter.
 */
const PAIRS =
  "後后" +
  "國国學学會会發发經经濟济產产業业開开關关與与為为這这個个來来時时間间說说話话對对過过還还進进動动務务實实現现際际術术機机構构員员組组織织團团體体領领導导辦办處处級级區区縣县鄉乡鎮镇廠厂場场農农電电氣气" +
  "車车輛辆輪轮轉转運运輸输鐵铁鐘钟鋼钢銀银錢钱銷销錯错鍵键鏡镜鏈链鑒鉴針针釘钉鈴铃鉛铅銅铜鋁铝鋒锋錄录鍋锅鍛锻鎖锁長长門门問问聞闻閃闪閉闭閱阅閣阁闊阔闢辟闡阐陽阳陰阴陣阵陳陈陸陆隊队階阶隨随險险隱隐隸隶" +
  "隻只雙双雞鸡雜杂離离難难雲云霧雾靈灵靜静韓韩響响頁页頂顶項项順顺須须預预頓顿頗颇頒颁頭头頻频題题額额顏颜願愿類类顧顾顯显風风飛飞飯饭飲饮飾饰飽饱養养館馆饒饶馬马馳驰駐驻駕驾驗验驅驱驚惊驕骄騙骗騰腾驟骤" +
  "魚鱼鮮鲜鯨鲸鳥鸟鳳凤鴻鸿鴨鸭鵝鹅鶴鹤鷹鹰麗丽麥麦麵面黃黄點点黨党齊齐齒齿齡龄龍龙龜龟亂乱亞亚傑杰備备傳传債债傷伤僅仅僑侨價价儀仪億亿優优償偿儲储兒儿內内兩两冊册凍冻凱凯別别刪删則则剛刚創创劃划劇剧劉刘" +
  "劍剑劑剂勁劲勝胜勞劳勢势勵励勸劝匯汇協协單单賣卖廳厅厲厉參参叢丛吳吴呂吕啟启喚唤喪丧喬乔嗎吗嘗尝嘆叹噸吨嚴严囑嘱囂嚣圍围園园圓圆圖图執执堅坚報报塊块塗涂塵尘墊垫墜坠墳坟墾垦壇坛壓压壘垒壞坏壯壮聲声壺壶" +
  "壽寿夢梦夾夹奪夺奮奋獎奖奧奥妝妆婦妇媽妈娛娱嫻娴嬰婴孫孙寧宁寬宽審审寫写寶宝尋寻將将專专屆届屬属層层歲岁島岛峽峡崗岗嶺岭巖岩幣币師师帳帐帶带幫帮幹干幾几庫库廟庙廢废廣广張张強强彈弹彎弯歸归徑径復复徹彻" +
  "從从禦御憂忧態态慘惨慣惯慶庆憲宪憶忆應应懇恳懷怀懸悬懲惩戀恋戰战戲戏戶户拋抛挾挟捨舍掃扫掛挂採采揚扬換换揮挥損损搖摇搶抢摯挚擇择擊击擋挡擔担據据擠挤擬拟擴扩擺摆擾扰攝摄攜携敗败敘叙敵敌數数斂敛斷断晝昼" +
  "暢畅暫暂曆历曉晓曬晒書书條条楊杨極极榮荣樣样樓楼標标樂乐樹树橋桥橫横檔档檢检欄栏權权歐欧歡欢殘残殺杀毀毁畢毕氫氢漢汉湯汤溝沟溫温滅灭滿满漁渔漸渐潔洁潛潜潤润澤泽濃浓濕湿濱滨濾滤瀏浏灣湾災灾無无煉炼煙烟" +
  "熱热燈灯燒烧營营燦灿爐炉爭争爺爷爾尔牆墙狀状獨独獲获獻献獵猎瑪玛環环瓊琼畫画異异當当療疗癥症癒愈盜盗盡尽監监盤盘矯矫碼码確确礎础礦矿禮礼禍祸種种稱称穀谷積积穩稳窮穷競竞筆笔築筑簡简簽签籃篮籌筹糧粮糾纠" +
  "紀纪約约紅红紋纹納纳紐纽純纯紙纸紛纷細细紳绅紹绍終终結结絕绝絡络給给統统絲丝綁绑綜综綠绿維维綱纲網网緊紧緒绪線线締缔緣缘編编緩缓練练緯纬縮缩縱纵總总績绩繞绕繡绣繩绳繪绘繼继續续纖纤羅罗罰罚職职聯联聖圣" +
  "聰聪聽听肅肃脅胁腦脑腳脚腫肿臉脸臟脏膚肤膠胶膽胆臨临舉举舊旧艦舰艱艰節节華华萬万葉叶蓋盖蔣蒋蘇苏藝艺藥药蘭兰蘆芦蘋苹虛虚虧亏蟲虫蠶蚕衛卫衝冲補补裝装裡里裏里製制複复襲袭見见規规視视親亲覺觉覽览觀观觸触" +
  "訂订計计訊讯討讨訓训託托記记訪访設设許许訴诉診诊註注評评詞词詢询試试詩诗誠诚該该詳详認认語语誤误誰谁課课調调談谈請请論论諒谅諸诸諾诺謀谋謂谓講讲謝谢證证識识譜谱譯译議议護护譽誉讀读變变讓让豐丰豬猪貓猫" +
  "貝贝負负財财貢贡貧贫貨货販贩貪贪貫贯責责貯贮貴贵買买貸贷費费貼贴賀贺資资賓宾賞赏賢贤質质賬账購购賽赛贈赠贊赞贏赢趙赵趕赶趨趋跡迹踐践躍跃軌轨軍军軟软較较載载輔辅輕轻輝辉輯辑轄辖辭辞遊游連连達达違违遙遥" +
  "遞递適适遲迟遷迁選选遺遗遼辽邁迈邊边邏逻鄧邓鄭郑郵邮醫医醬酱釀酿釋释鑽钻鑰钥閒闲闆板陝陕韋韦頌颂頸颈顛颠飄飘餓饿饑饥駁驳騎骑鬆松鬧闹鬥斗魯鲁鹽盐黴霉齋斋龐庞佈布併并" +
  "臺台髮发麼么爲为衆众綫线啓启羣群恆恒髒脏颱台嚮向儘尽纔才蹟迹佔占僞伪滙汇僱雇傢家彆别睏困衹只誌志喫吃迴回鍾钟蔔卜衞卫鬚须鬍胡籲吁檯台慾欲";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index): readonly [string, string] => [
    PAIRS.charAt(index * 2),
    PAIRS.charAt(index * 2 + 1),
  ]),
);

/** All of them, one behind the other. */
export const TRADITIONAL_CHARACTERS = [...SIMPLIFIED.keys()].join("");

const FIRST = 0x4e00;
const LAST = 0x9fff;
const IS_TRADITIONAL = new Uint8Array(LAST - FIRST + 1);
for (const character of SIMPLIFIED.keys()) IS_TRADITIONAL[character.charCodeAt(0) - FIRST] = 1;

/** @param unit UTF-16 code unit; faster than simplifiedOf for every character of a text */
export const isTraditional = (unit: number): boolean => IS_TRADITIONAL[unit - FIRST] === 1;

/** @returns the simplified form, undefined for a character that simplified text uses */
export const simplifiedOf = (character: string): string | undefined => SIMPLIFIED.get(character);
