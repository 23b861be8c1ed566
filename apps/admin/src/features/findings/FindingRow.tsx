import { LevelBadge } from "../../components/LevelBadge.tsx";
import type { FindingView } from "./findingsView.ts";

/** One finding: level, subject, a sentence with value, limit and effect, and the evidence behind it. */
export function FindingRow({ finding }: { readonly finding: FindingView }) {
  const { level, title, sentence, evidence } = finding;
  return (
    <li>
      <div className="flex items-center gap-2 min-w-0">
        <LevelBadge level={level} />
        <b className="font-medium">{title}</b>
      </div>
      <p className="text-xs text-ink-2 mt-1 [overflow-wrap:anywhere]">{sentence}</p>
      {evidence.length > 0 && (
        <details className="text-2xs text-ink-3 mt-1">
          <summary className="cursor-pointer w-max">Evidence</summary>
          <ul className="mt-1">
            {evidence.map((line) => (
              <li key={line} className="break-words">
                {line}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
