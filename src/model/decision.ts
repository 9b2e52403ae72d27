/** `decision` of a row of the register: printed in an issue, or still to be decided. Editors write what else they decide. */
export const DECISIONS = { adopted: "采用", pending: "待定" } as const;
