import { FACT_TOPICS, type Fact } from "../../facts.ts";
export const facts: readonly Fact[] = FACT_TOPICS.map((topic) => ({ topic, known: false }));
