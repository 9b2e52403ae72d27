/** The two languages in which the tool speaks to people. */
export type Language = "zh" | "en";
