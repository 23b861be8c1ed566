"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { crumbOf } from "./crumbOf.ts";

/** Where the reader is: the screen, and what of it is open. */
export function Crumb({ base }: { readonly base: string }) {
  const { screen, detail } = crumbOf(usePathname(), base);
  return (
    <div className="flex items-center gap-1.5 min-w-0 flex-1 whitespace-nowrap text-ink-3">
      {detail === null ? (
        <b className="font-semibold text-ink truncate">{screen?.label ?? "Ballast"}</b>
      ) : (
        <>
          <Link
            prefetch={false}
            href={`${base}${screen?.path ?? ""}`}
            className="hover:underline hidden rail:inline"
          >
            {screen?.label}
          </Link>
          <span aria-hidden="true" className="hidden rail:inline">
            /
          </span>
          <b className="font-semibold text-ink truncate">{detail}</b>
        </>
      )}
    </div>
  );
}
