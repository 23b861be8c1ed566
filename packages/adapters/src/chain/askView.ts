import type { PinnedReader } from "./pinnedReader.ts";
import type { Answer, Question } from "./viewQuestion.ts";

/** Asks one question at the pinned block; all questions of one turn travel together. A fault is an answer too. */
export async function askView<Value>(
  reader: PinnedReader,
  { call, decode }: Question<Value>,
): Promise<Answer<Value>> {
  const [result] = await reader.read([call]);
  if (result !== undefined) return decode(result);
  const missing = {
    subject: call.subject,
    code: "rpc",
    retry: true,
    detail: "no reply to this call",
  } as const;
  return { ok: false, missing, reverted: null };
}
