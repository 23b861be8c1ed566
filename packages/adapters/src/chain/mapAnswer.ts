import type { Answer } from "./viewQuestion.ts";

/** The answer's value turned into another; a fault stays what it is. */
export const mapAnswer = <From, To>(answer: Answer<From>, turn: (value: From) => To): Answer<To> =>
  answer.ok ? { ok: true, value: turn(answer.value) } : answer;
