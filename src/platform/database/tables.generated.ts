// biome-ignore lint/suspicious/noEmptyInterface: replaced by kysely-codegen
export interface Database {}
