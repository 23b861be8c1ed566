/** What due diligence asks of every venue. */
export const FACT_TOPICS = [
  "audits",
  "formal-verification",
  "bounty",
  "age",
  "verified-source",
  "exit-delay",
  "admin-keys",
  "timelocks",
] as const;

export type FactTopic = (typeof FACT_TOPICS)[number];

/** A statement about a venue with where it comes from and when that was so; or that it is not known. */
export type Fact =
  | {
      readonly topic: FactTopic;
      readonly known: true;
      readonly statement: string;
      readonly source: string;
      /** Day of the source where it has one, else the day it was read: YYYY-MM-DD. */
      readonly asOf: string;
    }
  | { readonly topic: FactTopic; readonly known: false };
