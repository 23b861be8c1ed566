"use client";
import { PRESET_NAMES, type PresetName } from "@ballast/core";
import { Button } from "../../../components/Button.tsx";
import { Panel } from "../../../components/Panel.tsx";

const CHARACTERS: Readonly<Record<PresetName, string>> = {
  conservative: "Much idle, little of anything that is restaked, moves seldom and leaves early.",
  balanced: "Half of it may follow the yield; guards stop entries and leave after a slash.",
  active: "Follows the yield within wide bands; guards tell and stop entries.",
};

/** Where a first policy may begin: each figure comes with its reason, in the YAML. */
export function PresetPicker({ onPick }: { readonly onPick: (name: PresetName) => void }) {
  return (
    <Panel title="Begin with a preset" sub="It replaces the draft" order={0}>
      <ul className="rows">
        {PRESET_NAMES.map((name) => (
          <li key={name} className="flex flex-wrap gap-3 items-center">
            <span className="flex-1 min-w-[14rem]">
              <b className="font-medium capitalize">{name}</b>
              <span className="block text-xs text-ink-2">{CHARACTERS[name]}</span>
            </span>
            <Button size="small" onClick={() => onPick(name)}>
              Use {name}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
